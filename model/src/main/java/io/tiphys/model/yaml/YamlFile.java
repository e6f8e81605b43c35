package io.tiphys.model.yaml;

import java.util.List;

/**
 * What a YAML file holds.
 *
 * @param documents the documents that could be read, in the order of the file; empty ones are left out
 * @param problems those that concern no readable document; see also {@link YamlDocument#problems()}
 */
public record YamlFile(List<YamlDocument> documents, List<YamlProblem> problems) {
    public YamlFile {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}
