package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Origin;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A step or task: a template that runs within a graph. Its words change the graph that is being defined, and end with it;
 * what it gives are values for the others.
 *
 * @param <T> step or task
 */
public abstract sealed class Node<T extends Node<T>> permits Step, Task {
    private final Graph<?> graph;
    private final String name;
    private final Optional<JavaLine> line;
    private final List<Hook> hooks = new ArrayList<>();
    private Call call;
    private Fields fields;
    private References references = References.NONE;

    Node(Graph<?> graph, String name, Callable callable) {
        this.graph = graph;
        this.name = Fields.given("name", name);
        this.call = Fields.given("what " + name + " runs", callable).call();
        this.fields = Fields.NONE.set("name", name);
        this.line = Origin.caller();
    }

    abstract T self();

    /** {@code steps} or {@code tasks}. */
    abstract String family();

    /** Gives a parameter. */
    public final T with(Input input, Object value) {
        return give(Call.argument(input, value));
    }

    /** Gives an artifact that is there when the workflow runs. */
    public final T with(ArtifactInput input, ArtifactValue artifact) {
        return give(Call.argument(input, artifact));
    }

    /** Gives an artifact from where it is kept. */
    public final T with(ArtifactInput input, Location location) {
        return give(Call.argument(input, location));
    }

    private T give(Call.Argument argument) {
        graph.open(this);
        call = call.plus(argument);
        return self();
    }

    /** Runs only if this holds: {@code when}. */
    public final T when(Condition condition) {
        return set("when", Fields.given("when", condition).when(), condition);
    }

    /** Runs once for each item, at once unless {@code parallelism} says less: {@code withItems}. */
    public final T forEach(Object... items) {
        List<Object> plain = new ArrayList<>();
        for (Object item : Texts.given("forEach", items)) {
            plain.add(Texts.plain("item", item));
        }
        if (items.length == 0) {
            graph.problem(DefinitionRules.BAD_LOOP, "\"" + name + "\" loops over no item");
        }
        return set("withItems", plain, items);
    }

    /** The same for the items of a Java list. */
    public final T forEach(Collection<?> items) {
        return forEach(Fields.given("forEach", items).toArray());
    }

    /** Runs once for each item of a JSON list that is known when the workflow runs: {@code withParam}. */
    public final T forEach(Value list) {
        return set("withParam", Fields.given("forEach", list).tag(), list);
    }

    /** Runs once for each item of a JSON list given as text: {@code withParam}. */
    public final T forEachJson(String list) {
        Optional<JsonNode> items = Json.read(Fields.given("forEachJson", list));
        if (!list.contains("{{") && !(items.isPresent() && items.get() instanceof ArrayNode)) {
            graph.problem(
                    DefinitionRules.BAD_LOOP,
                    "\"" + name + "\" loops over a text that is no JSON list: \"" + list + "\"");
        }
        return set("withParam", Texts.of("withParam", list), list);
    }

    /** Runs so many times; {@code item()} counts from 0: {@code withSequence.count}. */
    public final T forCount(Object count) {
        return set("withSequence", Fields.NONE.set("count", Texts.of("count", count)), count);
    }

    /** Runs for each whole number from {@code first} to {@code last}, both included: {@code withSequence}. */
    public final T forRange(Object first, Object last) {
        Fields range = Fields.NONE.set("start", Texts.of("start", first)).set("end", Texts.of("end", last));
        return set("withSequence", range, first, last);
    }

    /** The same, each number written by a format such as {@code tile%02d}. */
    public final T forRange(Object first, Object last, String format) {
        Fields range = Fields.NONE
                .set("start", Texts.of("start", first))
                .set("end", Texts.of("end", last))
                .set("format", format);
        return set("withSequence", range, first, last);
    }

    /** Whatever happens, the graph goes on after a failure: {@code continueOn.failed}. */
    public final T continueOnFailed() {
        return nested("continueOn", "failed", true);
    }

    /** The graph goes on after an error of Argo or Kubernetes: {@code continueOn.error}. */
    public final T continueOnError() {
        return nested("continueOn", "error", true);
    }

    /** Runs when this ends, however it ends: {@code hooks.exit}. */
    public final T onExit(Callable callable) {
        return hook("exit", callable, Fields.NONE);
    }

    /** Runs as soon as the condition holds: {@code hooks}. */
    public final T hook(String event, Condition condition, Callable callable) {
        references = references.with(References.NONE.with(condition).withoutNodes());
        return hook(
                event,
                callable,
                Fields.NONE.set("expression", Fields.given("hook", condition).expr()));
    }

    private T hook(String event, Callable callable, Fields before) {
        graph.open(this);
        Hook added = new Hook(
                Fields.given("the event of a hook", event),
                before,
                Fields.given("what the hook runs", callable).call());
        hooks.add(added);
        references = references.with(added.call().references().withoutNodes());
        return self();
    }

    private T nested(String outer, String field, Object value) {
        graph.open(this);
        fields = Texts.nested(fields, outer, in -> in.set(field, value));
        return self();
    }

    /** Sets any field of {@code steps[][]} or {@code tasks[]}, for what the language has no word for. */
    public final T field(String field, Object value) {
        return set(field, Texts.plain(field, value), value);
    }

    final T set(String field, Object value, Object... used) {
        graph.open(this);
        fields = fields.set(field, value);
        references = references.with(used);
        return self();
    }

    /** What it printed: {@code outputs.result}. */
    public final Value result() {
        return Variable.of(this, family(), name, "outputs", "result");
    }

    /** An output parameter of its template. */
    public final Value output(OutputParameter output) {
        graph.given(this, Fields.given("output", output).declaration());
        return Variable.of(this, family(), name, "outputs", "parameters", output.name());
    }

    /** An output artifact of its template. */
    public final ArtifactValue output(ArtifactOutput output) {
        graph.given(this, Fields.given("output", output).declaration());
        String[] path = {family(), name, "outputs", "artifacts", output.name()};
        return new ArtifactReference(Expression.Path.of(path), List.of(Variable.of(this, path)));
    }

    /** The exit code of its main container. */
    public final Value exitCode() {
        return Variable.of(this, family(), name, "exitCode");
    }

    /** How it ended, or that it is running: {@code Succeeded}, {@code Failed}, {@code Running}. */
    public final Value status() {
        return Variable.of(this, family(), name, "status");
    }

    /** The address of its pod, if it is a daemon. */
    public final Value ip() {
        return Variable.of(this, family(), name, "ip");
    }

    /** Its identity in the run. */
    public final Value id() {
        return Variable.of(this, family(), name, "id");
    }

    /** When it began. */
    public final Value startedAt() {
        return Variable.of(this, family(), name, "startedAt");
    }

    /** When it ended. */
    public final Value finishedAt() {
        return Variable.of(this, family(), name, "finishedAt");
    }

    /** Its name in the graph. */
    public final String name() {
        return name;
    }

    Graph<?> graph() {
        return graph;
    }

    Call call() {
        return call;
    }

    /** What it runs: itself, then its hooks. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>(List.of(call));
        hooks.forEach(hook -> calls.add(hook.call()));
        return calls;
    }

    /**
     * As an item of {@code steps[]} or {@code tasks}.
     *
     * @param template the name of the template that is the graph
     */
    Slot slot(Context context, String template) {
        Fields all = call.in(fields, context, template);
        for (Hook hook : hooks) {
            Slot slot = Texts.plain(hook.call().in(hook.before(), context, template));
            all = Texts.nested(all, "hooks", in -> in.put(hook.name(), slot));
        }
        return new Slot(new Slot.Plain(all), line);
    }

    Optional<JavaLine> line() {
        return line;
    }

    /** What it uses, its arguments included; the steps and tasks that only hooks use left out. */
    References references() {
        return references.with(call.references());
    }

    /**
     * Something that runs on an event of the node.
     *
     * @param before the condition
     */
    private record Hook(String name, Fields before, Call call) {}
}
