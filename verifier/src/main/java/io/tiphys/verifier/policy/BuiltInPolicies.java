package io.tiphys.verifier.policy;

import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The policies and profiles of the {@code tiphys-policies} jar, by its resource {@code index}. */
public final class BuiltInPolicies {
    /** Folder of the resources. */
    public static final String ROOT = "io/tiphys/policies/";

    private final ClassLoader loader;
    private final List<String> files;

    /**
     * Reads the index.
     *
     * @throws IllegalArgumentException if the loader does not see the jar
     */
    public BuiltInPolicies(ClassLoader loader) {
        this.loader = loader;
        this.files = read("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** Names of the profiles, sorted. */
    public Set<String> profiles() {
        Set<String> names = new TreeSet<>();
        files.stream()
                .filter(file -> file.startsWith("profiles/"))
                .forEach(file -> names.add(file.substring("profiles/".length(), file.length() - ".yaml".length())));
        return names;
    }

    /** Ids of all rules, of whichever profile, sorted. */
    public Set<String> rules() {
        Set<String> ids = new TreeSet<>();
        files.stream().filter(file -> !file.startsWith("profiles/")).forEach(file -> ids.add(rule(file)));
        return ids;
    }

    /** The policies, bindings and params of a profile, or nothing where there is no such profile. */
    public Optional<List<Manifest>> documents(String profile) {
        Optional<PolicyProfile> found = profile(profile);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Manifest> documents = new ArrayList<>(List.of(found.get().params()));
        documents.addAll(found.get().bindings());
        for (String file : files) {
            if (!file.startsWith("profiles/") && found.get().rules().contains(rule(file))) {
                documents.addAll(manifests(file));
            }
        }
        return Optional.of(List.copyOf(documents));
    }

    /** All policies with their cases. */
    public PolicySources withCases() {
        List<Manifest> policies = new ArrayList<>();
        List<Manifest> cases = new ArrayList<>();
        for (String file : files) {
            if (!file.startsWith("profiles/")) {
                String beside = file.replace(".yaml", ".cases.yaml");
                policies.addAll(manifests(file));
                cases.addAll(PolicySources.cases("policies/" + beside, read(beside)));
            }
        }
        return new PolicySources(policies, cases, List.of());
    }

    /** A profile, or nothing. */
    public Optional<PolicyProfile> profile(String name) {
        if (!profiles().contains(name)) {
            return Optional.empty();
        }
        List<Manifest> documents = manifests("profiles/" + name + ".yaml");
        return Optional.of(new PolicyProfile(name, documents.get(0), documents.subList(1, documents.size())));
    }

    /** {@code security/SEC-01.yaml} → {@code SEC-01}. */
    private static String rule(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
    }

    private List<Manifest> manifests(String file) {
        List<Manifest> manifests = new ArrayList<>();
        for (YamlDocument document : new YamlReader().read(read(file)).documents()) {
            manifests.add(new Manifest("policies/" + file, document, false, SourceIndex.EMPTY));
        }
        return manifests;
    }

    private String read(String file) {
        try (InputStream in = loader.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "the resource " + ROOT + file + " is missing; is tiphys-policies on the class path?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
