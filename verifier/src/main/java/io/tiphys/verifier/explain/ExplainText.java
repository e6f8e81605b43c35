package io.tiphys.verifier.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An explanation as text: a table of containers for each pod, what is mounted, where it runs, and what a run takes. */
public final class ExplainText {
    private static final int MOST = 20;
    private final boolean origins;

    /**
     * @param origins whether to say of each field that an author wrote where it comes from
     */
    public ExplainText(boolean origins) {
        this.origins = origins;
    }

    /** The lines of one workflow. */
    public List<String> lines(Explanation.Document document) {
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.cut(
                        document.manifest().kind() + " " + document.manifest().name()) + " ("
                + document.manifest().file() + ")");
        TextTable table = new TextTable();
        table.row(List.of("template", "runs", "container", "image", "cpu", "memory", "devices", "security"));
        Map<Shown, Count> pods = new LinkedHashMap<>();
        document.pods()
                .forEach(each -> pods.merge(shown(each.pod()), new Count(each.runs(), each.counted()), Count::plus));
        pods.forEach((pod, count) -> pod.rows().forEach(row -> {
            List<String> cells = new ArrayList<>(row);
            cells.add(1, row.get(0).isEmpty() ? "" : count.words());
            table.row(cells);
        }));
        List<String> rows = table.lines("  ");
        int at = 1;
        lines.add(rows.get(0));
        for (Shown pod : pods.keySet()) {
            lines.addAll(rows.subList(at, at + pod.rows().size()));
            at += pod.rows().size();
            lines.addAll(pod.details());
        }
        if (document.pods().isEmpty()) {
            lines.add("  no pods");
        }
        lines.addAll(usage(document.usage()));
        return lines;
    }

    /** A pod as it is shown; pods that look the same are shown once. */
    private record Shown(List<List<String>> rows, List<String> details) {}

    private Shown shown(EffectivePod pod) {
        JsonNode spec = pod.pod().path("spec");
        List<List<String>> rows = new ArrayList<>();
        String template = pod.call().template();
        for (String kind : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(kind)) {
                rows.add(List.of(
                        rows.isEmpty() ? (template.isEmpty() ? "(inline)" : template) : "",
                        container.path("name").asText(),
                        container.path("image").asText(),
                        PodWords.resource(container, "cpu"),
                        PodWords.resource(container, "memory"),
                        PodWords.devices(container),
                        PodWords.security(spec, container)));
            }
        }
        List<String> details = new ArrayList<>();
        detail(details, "volumes", mounts(pod, spec));
        detail(details, "placement", PodWords.placement(spec));
        detail(details, "undetermined", PodWords.undetermined(pod));
        if (origins) {
            details.addAll(new FieldOrigins(pod).lines("    "));
        }
        return new Shown(rows, details);
    }

    /** What the author's containers mount; Argo mounts the same into its own. */
    private static List<String> mounts(EffectivePod pod, JsonNode spec) {
        Set<String> argos = new TreeSet<>();
        for (int i = 0; i < spec.path("volumes").size(); i++) {
            String name = spec.path("volumes").get(i).path("name").asText();
            boolean isArgos = name.startsWith("argo-")
                    || name.equals("var-run-argo")
                    || name.equals("tmp-dir-argo")
                    || name.equals("input-artifacts")
                    || name.equals("exec-sa-token");
            if (isArgos && !pod.sources().containsKey(JsonPointer.compile("/spec/volumes/" + i))) {
                argos.add(name);
            }
        }
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode container : spec.path("containers")) {
            if (!container.path("name").asText().equals("wait")) {
                words.addAll(PodWords.mounts(spec, container, argos));
            }
        }
        return List.copyOf(words);
    }

    private static void detail(List<String> lines, String title, List<String> words) {
        for (int i = 0; i < Math.min(words.size(), MOST); i++) {
            lines.add("    " + (i == 0 ? title : " ".repeat(title.length())) + "  " + TextTable.cut(words.get(i)));
        }
        if (words.size() > MOST) {
            lines.add("    " + " ".repeat(title.length()) + "  and " + (words.size() - MOST) + " more");
        }
    }

    private static List<String> usage(Usage usage) {
        List<String> names = new ArrayList<>(List.of("pods", "cpu", "memory"));
        usage.total().names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("one run takes"));
        head.addAll(names);
        table.row(head);
        table.row(row("all its pods", usage.total(), names));
        table.row(row("at one time, at most", usage.peak(), names));
        List<String> lines = new ArrayList<>(table.lines("  "));
        usage.unknown().stream().limit(MOST).forEach(reason -> lines.add("    not known  " + TextTable.cut(reason)));
        usage.notes().stream().limit(MOST).forEach(note -> lines.add("    " + TextTable.cut(note)));
        return lines;
    }

    private static List<String> row(String title, Amounts amounts, List<String> names) {
        List<String> cells = new ArrayList<>(List.of(title));
        names.forEach(name -> cells.add(amounts.open().contains(name) ? "unknown" : amount(name, amounts.of(name))));
        return cells;
    }

    /** An amount as people write it: {@code 1.5}, {@code 16Gi}. */
    static String amount(String name, BigDecimal value) {
        boolean bytes = name.equals("memory") || name.equals("ephemeral-storage") || name.startsWith("hugepages-");
        String plain = value.stripTrailingZeros().toPlainString();
        return bytes && value.stripTrailingZeros().scale() <= 0
                ? Quantities.canonical(value.toBigInteger().divide(java.math.BigInteger.valueOf(1024)) + "Ki")
                        .filter(text -> value.toBigInteger()
                                        .mod(java.math.BigInteger.valueOf(1024))
                                        .signum()
                                == 0)
                        .orElse(plain)
                : plain;
    }
}
