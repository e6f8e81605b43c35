package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A number for Prometheus: {@code metrics.prometheus[]}. Immutable. */
public final class Metric {
    private final Fields fields;
    private final List<Object> used;

    private Metric(Fields fields, List<Object> used) {
        this.fields = fields;
        this.used = List.copyOf(used);
    }

    private static Metric of(String name, String kind, Object value) {
        Fields number = Fields.NONE.set("value", Texts.of("value", value));
        return new Metric(Fields.NONE.set("name", name).set(kind, number), List.of(value));
    }

    static Metric gauge(String name, Object value) {
        return of(name, "gauge", value).realtime(false);
    }

    static Metric counter(String name, Object value) {
        return of(name, "counter", value);
    }

    static Metric histogram(String name, Object value, double... buckets) {
        List<BigDecimal> bounds = Arrays.stream(Fields.given("buckets", buckets))
                .mapToObj(BigDecimal::valueOf)
                .toList();
        return of(name, "histogram", value)
                .changed(in -> Texts.nested(in, "histogram", all -> all.set("buckets", bounds)), "");
    }

    /** What it counts or measures; Prometheus asks for it. */
    public Metric help(String text) {
        return changed(in -> in.set("help", text), "");
    }

    /** A label; its values should be few. */
    public Metric label(String key, Object value) {
        Fields label = Fields.NONE.set("key", key).set("value", Texts.of("value", value));
        return changed(in -> in.add("labels", label), value);
    }

    /** Only if this holds. */
    public Metric when(Condition condition) {
        return changed(in -> in.set("when", Fields.given("when", condition).when()), condition);
    }

    /** A gauge that is told while the template still runs. */
    public Metric realtime() {
        return realtime(true);
    }

    private Metric realtime(boolean told) {
        return changed(in -> Texts.nested(in, "gauge", all -> all.set("realtime", told)), "");
    }

    private Metric changed(UnaryOperator<Fields> change, Object value) {
        List<Object> more = new ArrayList<>(used);
        more.add(value);
        return new Metric(change.apply(fields), more);
    }

    Fields fields() {
        return fields;
    }

    Object used() {
        return used;
    }
}
