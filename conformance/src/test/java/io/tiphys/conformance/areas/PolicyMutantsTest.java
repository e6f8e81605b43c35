package io.tiphys.conformance.areas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.Verifier;
import io.tiphys.verifier.VerifyRequest;
import io.tiphys.verifier.policy.BuiltInPolicies;
import io.tiphys.verifier.schema.SchemaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every area passes its facility's policies, and one deliberate offence for each rule is caught. */
class PolicyMutantsTest {
    private static final String ROW = "%-24s %-8s %-28s %s%n";

    @TempDir
    Path folder;

    private final BuiltInPolicies policies = new BuiltInPolicies(PolicyMutantsTest.class.getClassLoader());

    /** Mutants of each rule in each area; more of them say the same again. */
    private static final int MUTANTS = 2;

    static List<Area> areas() throws IOException {
        return Area.all();
    }

    private List<Finding> verify(Area area, List<JsonNode> manifests) throws Exception {
        for (int i = manifests.size(); Files.deleteIfExists(folder.resolve("manifest-" + i + ".yaml")); i++) {}
        for (int i = 0; i < manifests.size(); i++) {
            Files.writeString(folder.resolve("manifest-" + i + ".yaml"), YamlWriter.write(manifests.get(i)));
        }
        VerifyRequest request = new VerifyRequest(
                folder,
                List.of(folder),
                List.of(),
                SourceIndex.EMPTY,
                SchemaSettings.DEFAULT,
                area.profile(),
                List.of(),
                Optional.empty(),
                false);
        return Verifier.verify(request, policies).findings();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void passesItsProfile(Area area) throws Exception {
        assertThat(verify(area, area.manifests()))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void anOffenceAgainstEachRuleIsCaught(Area area) throws Exception {
        Set<String> rules =
                new TreeSet<>(policies.profile(area.profile()).orElseThrow().rules());
        List<Set<String>> before = new ArrayList<>();
        for (JsonNode manifest : area.manifests()) {
            before.add(said(verify(area, List.of(manifest))));
        }
        StringBuilder table = new StringBuilder();
        Set<String> missed = new TreeSet<>();
        Map<String, Integer> tried = new TreeMap<>();
        for (Offence offence : Offence.all()) {
            for (int i = 0;
                    i < area.manifests().size() && rules.contains(offence.rule()) && offence.concerns(area);
                    i++) {
                JsonNode manifest = area.manifests().get(i);
                Optional<JsonNode> mutant = offence.applyTo(manifest);
                if (mutant.isEmpty() || tried.merge(offence.rule(), 1, Integer::sum) > MUTANTS) {
                    continue;
                }
                Set<String> known = before.get(i);
                boolean caught = said(verify(area, List.of(mutant.get()))).stream()
                        .anyMatch(text -> text.startsWith(offence.rule() + " ") && !known.contains(text));
                if (!caught) {
                    missed.add(offence.rule());
                }
                JsonNode metadata = manifest.path("metadata");
                String name = metadata.path(metadata.has("name") ? "name" : "generateName")
                        .asText();
                table.append(ROW.formatted(area, offence.rule(), name, caught ? "caught" : "MISSED"));
            }
        }
        rules.removeAll(tried.keySet());
        rules.forEach(rule -> table.append(ROW.formatted(area, rule, "", "no place for an offence")));
        Path report =
                Files.createDirectories(Path.of("target", "policy-mutants")).resolve(area.name() + ".txt");
        Files.writeString(report, table);
        System.out.print(String.format(Locale.ROOT, ROW, "area", "rule", "manifest", "mutant") + table);
        assertThat(missed).isEmpty();
    }

    /** Rule and message of what is certain; the severity is that of the rule or of the one it follows from. */
    private static Set<String> said(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.message().startsWith("cannot be decided"))
                .map(finding -> finding.rule() + " " + finding.place().file() + " " + finding.message())
                .collect(Collectors.toSet());
    }
}
