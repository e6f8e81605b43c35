package io.tiphys.model.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** One immutable class per Argo type that is an object. */
final class ModelWriter {
    static final String PACKAGE = "io.tiphys.model.argo";

    private static final ClassName API_OBJECT = ClassName.get("io.tiphys.model.object", "ApiObject");
    private static final ClassName FIELDS = ClassName.get("io.tiphys.model.object", "Fields");
    private static final ClassName OBJECT_NODE = ClassName.get("com.fasterxml.jackson.databind.node", "ObjectNode");
    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private final JsonNode types;
    private final FieldTypes fieldTypes;

    ModelWriter(JsonNode argo) {
        this.types = argo.path("$defs");
        this.fieldTypes = new FieldTypes(types);
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            if (FieldTypes.isClass(type.getValue())) {
                TypeSpec spec = write(type.getKey(), type.getValue());
                JavaFile.builder(PACKAGE, spec)
                        .indent("    ")
                        .skipJavaLangImports(true)
                        .build()
                        .writeTo(folder);
            }
        }
    }

    private TypeSpec write(String name, JsonNode type) {
        ClassName self = ClassName.get(PACKAGE, name);
        TypeSpec.Builder spec = TypeSpec.classBuilder(name)
                .addJavadoc("$L\n\n<p>Immutable: each method that sets a field returns a new value.", doc(type))
                .addAnnotation(NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(API_OBJECT, self));
        spec.addField(FieldSpec.builder(self, "EMPTY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(start(self, type))
                .build());
        spec.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(FIELDS, "fields")
                .addStatement("super($S, fields)", name)
                .build());
        spec.addMethod(MethodSpec.methodBuilder("of")
                .addJavadoc("A value with no field set" + (kind(type) ? " but apiVersion and kind" : "") + ".")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(self)
                .addStatement("return EMPTY")
                .build());
        spec.addMethod(MethodSpec.methodBuilder("fromJson")
                .addJavadoc("The value with the fields of a JSON object, unknown ones included.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(OBJECT_NODE, "json")
                .returns(self)
                .addStatement("return new $T($T.fromJson(json))", self, FIELDS)
                .build());
        spec.addMethod(MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(FIELDS, "fields")
                .returns(self)
                .addStatement("return new $T(fields)", self)
                .build());
        for (Map.Entry<String, JsonNode> field : type.path("properties").properties()) {
            addField(spec, self, field.getKey(), field.getValue());
        }
        return spec.build();
    }

    private static boolean kind(JsonNode type) {
        return type.has("x-kubernetes-group-version-kind");
    }

    private static CodeBlock start(ClassName self, JsonNode type) {
        CodeBlock.Builder code = CodeBlock.builder().add("new $T($T.NONE", self, FIELDS);
        JsonNode gvk = type.path("x-kubernetes-group-version-kind");
        if (kind(type)) {
            String version =
                    gvk.path("group").asText() + "/" + gvk.path("version").asText();
            code.add(".constant($S, $S)", "apiVersion", version)
                    .add(".constant($S, $S)", "kind", gvk.path("kind").asText());
        }
        return code.add(")").build();
    }

    private void addField(TypeSpec.Builder spec, ClassName self, String name, JsonNode schema) {
        String method = FieldTypes.methodName(name);
        FieldTypes.FieldType type = fieldTypes.of(schema);
        spec.addMethod(MethodSpec.methodBuilder(method)
                .addJavadoc("$L", doc(schema))
                .addModifiers(Modifier.PUBLIC)
                .returns(type.read())
                .addStatement("return $L", type.reader(name))
                .build());
        if (type.item() != null) {
            addList(spec, new Setter(self, method, name, doc(schema)), type);
            return;
        }
        Setter setter = new Setter(self, method, name, doc(schema));
        spec.addMethod(setter.of(type.write(), CodeBlock.of("value")));
        type.checked().ifPresent(checked -> checked.plain()
                .forEach(plain -> spec.addMethod(setter.of(plain, setter.make("make", "value", checked)))));
    }

    private static void addList(TypeSpec.Builder spec, Setter setter, FieldTypes.FieldType type) {
        TypeName item = Objects.requireNonNull(type.item());
        CodeBlock listOf = CodeBlock.of("listOf($S, value)", setter.name());
        if (type.checked().isEmpty()) {
            spec.addMethod(setter.of(type.write(), CodeBlock.of("value")));
            spec.addMethod(setter.items(item, listOf));
            spec.addMethod(setter.add(item, CodeBlock.of("value")));
            return;
        }
        ValueTypes.ValueType checked = type.checked().get();
        TypeName text = ClassName.get(String.class);
        spec.addMethod(setter.of(type.write(), setter.make("makeAll", "value", checked)));
        spec.addMethod(setter.items(item, listOf));
        spec.addMethod(setter.items(text, setter.make("makeAll", listOf.toString(), checked)));
        spec.addMethod(setter.add(item, CodeBlock.of("value")));
        spec.addMethod(setter.add(text, setter.make("make", "value", checked)));
    }

    private static String doc(JsonNode schema) {
        StringBuilder doc = new StringBuilder(schema.path("description")
                .asText("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;"));
        if (schema.has("x-since")) {
            doc.append(" Since Argo ").append(schema.path("x-since").asText()).append('.');
        }
        if (schema.has("x-removed")) {
            doc.append(" Gone from Argo ")
                    .append(schema.path("x-removed").asText())
                    .append(" on.");
        }
        return doc.toString();
    }
}
