package io.tiphys.generator.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whoever types a word in an editor reads what it does, and is not lost in type parameters. */
class DocumentationTest {
    private static final Path SOURCES = Path.of("src/main/java/io/tiphys/generator/dsl");

    @Test
    void everyPublicWordHasADocumentationComment() throws IOException {
        List<String> words = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager manager = ToolProvider.getSystemJavaCompiler()
                        .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            manager,
                            null,
                            List.of("-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(docs, words, missing).scan(unit, null);
            }
        }
        assertThat(words).hasSizeGreaterThan(300);
        assertThat(missing).isEmpty();
    }

    /** Looks at public types and at their public members that are not inherited. */
    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> words;
        private final List<String> missing;

        Scanner(DocTrees docs, List<String> words, List<String> missing) {
            this.docs = docs;
            this.words = words;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                            && outer.getKind() == Tree.Kind.INTERFACE);
            if (!isPublic) {
                return null;
            }
            look(type.getSimpleName().toString());
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean isPublic =
                    method.getModifiers().getFlags().contains(Modifier.PUBLIC) || type.getKind() == Tree.Kind.INTERFACE;
            boolean inherited = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (isPublic && !inherited && method.getReturnType() != null) {
                look(type.getSimpleName() + "." + method.getName());
            }
            return null;
        }

        private void look(String word) {
            words.add(word);
            String comment = docs.getDocComment(getCurrentPath());
            if (comment == null || comment.isBlank()) {
                missing.add(word);
            }
        }
    }

    @Test
    void publicTypesHaveAtMostOneTypeParameter() {
        assertThat(PublicTypes.all()).hasSizeGreaterThan(40).allSatisfy(type -> assertThat(type.getTypeParameters())
                .as(type.getName())
                .hasSizeLessThanOrEqualTo(1));
    }
}
