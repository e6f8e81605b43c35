package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Origin;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A template with arguments. Immutable. */
public final class Call extends Callable {
    private final Callable target;
    private final List<Argument> arguments;
    private final boolean inline;
    private final Optional<JavaLine> line;

    /**
     * One argument.
     *
     * @param input as the author declared it
     * @param given name and value, or name and where the artifact comes from
     */
    record Argument(Declaration input, Declaration given) {}

    private Call(Callable target, List<Argument> arguments, boolean inline, Optional<JavaLine> line) {
        this.target = target;
        this.arguments = List.copyOf(arguments);
        this.inline = inline;
        this.line = line;
    }

    static Call of(Callable target) {
        return new Call(target, List.of(), false, Origin.caller());
    }

    static Argument argument(Input input, Object value) {
        Declaration declared = Fields.given("the input", input).declaration();
        String field = "the argument " + input.name();
        return new Argument(
                declared,
                Declaration.of(Role.INPUT_PARAMETER, input.name())
                        .changed(fields -> fields.set("value", Texts.of(field, value)), value));
    }

    static Argument argument(ArtifactInput input, ArtifactValue artifact) {
        Declaration declared = Fields.given("the input", input).declaration();
        return new Argument(
                declared,
                Fields.given("the argument " + input.name(), artifact)
                        .in(Declaration.of(Role.INPUT_ARTIFACT, input.name())));
    }

    static Argument argument(ArtifactInput input, Location location) {
        Declaration declared = Fields.given("the input", input).declaration();
        return new Argument(
                declared,
                Fields.given("the argument " + input.name(), location)
                        .in(Declaration.of(Role.INPUT_ARTIFACT, input.name())));
    }

    Call plus(Argument argument) {
        List<Argument> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Call(target, more, inline, line);
    }

    Call inlined() {
        return new Call(target, arguments, true, line);
    }

    @Override
    Call call() {
        return this;
    }

    Callable target() {
        return target;
    }

    List<Argument> arguments() {
        return arguments;
    }

    boolean isInline() {
        return inline && target instanceof Template;
    }

    /** Whether the author said so, of whatever it is. */
    boolean isSaidInline() {
        return inline;
    }

    /** The template, as far as it is known here: one of this manifest, or of another class's. */
    Optional<Template> callee() {
        if (target instanceof Template template) {
            return Optional.of(template);
        }
        return target instanceof TemplateRef reference ? reference.known() : Optional.empty();
    }

    Optional<JavaLine> line() {
        return line;
    }

    /** How the author knows what it runs. */
    String label() {
        if (target instanceof Template template) {
            return template.name();
        }
        return target instanceof TemplateRef reference ? reference.label() : "self()";
    }

    /** What the arguments use. */
    References references() {
        References references = References.NONE;
        for (Argument argument : arguments) {
            references = references.with(argument.given().sources());
        }
        return references;
    }

    /** {@code arguments}, or nothing. */
    Optional<Slot> argumentsSlot() {
        Fields fields = Fields.NONE;
        for (Role role : List.of(Role.INPUT_PARAMETER, Role.INPUT_ARTIFACT)) {
            List<Slot> slots = arguments.stream()
                    .map(Argument::given)
                    .filter(given -> given.role() == role)
                    .map(Declaration::slot)
                    .toList();
            if (!slots.isEmpty()) {
                fields = fields.put(role == Role.INPUT_PARAMETER ? "parameters" : "artifacts", Texts.list(slots));
            }
        }
        return fields.slots().isEmpty() ? Optional.empty() : Optional.of(Texts.plain(fields));
    }

    /** {@code template}, {@code templateRef} or {@code inline}, and {@code arguments}. */
    Fields in(Fields fields, Context context, String enclosing) {
        Fields all = fields;
        if (target instanceof Template template) {
            all = inline
                    ? all.put("inline", new Slot(new Slot.Typed(template.inlineModel(context)), line))
                    : all.put("template", Texts.text(template.name(), line));
        } else if (target instanceof TemplateRef reference) {
            all = all.put("templateRef", reference.slot(line));
        } else {
            all = all.put("template", Texts.text(enclosing, line));
        }
        Optional<Slot> slot = argumentsSlot();
        return slot.isPresent() ? all.put("arguments", slot.get()) : all;
    }
}
