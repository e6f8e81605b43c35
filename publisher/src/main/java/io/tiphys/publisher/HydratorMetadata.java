package io.tiphys.publisher;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.publisher.git.GitException;
import io.tiphys.publisher.git.SourceCommit;
import io.tiphys.publisher.git.Tip;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code hydrator.metadata} files as Argo CD's source hydrator writes them: one in the root of the branch that tells
 * of the source commit, and a short one in the published folder. They belong to whoever committed last, and alone are no
 * reason for a commit. A file of that name that a hydrator did not write is left as it is.
 */
final class HydratorMetadata {
    private static final String NAME = "hydrator.metadata";
    private static final int LIMIT_BYTES = 1 << 20;

    private HydratorMetadata() {}

    /** The files to write: path in the repository to content; none if the source repository is not known. */
    static SortedMap<String, byte[]> of(Target target, Optional<SourceCommit> source, Tip tip) throws GitException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (source.isEmpty() || source.get().repository().isEmpty()) {
            return files;
        }
        files.put(NAME, Json.bytes(whole(source.get(), source.get().repository().get())));
        files.put(
                target.in(NAME),
                Json.bytes(brief(source.get(), source.get().repository().get())));
        for (String file : Map.copyOf(files).keySet()) {
            if (isForeign(tip, file)) {
                files.remove(file);
            }
        }
        return files;
    }

    private static ObjectNode whole(SourceCommit source, String repository) {
        ObjectNode json = brief(source, repository);
        put(json, "author", source.author());
        put(json, "date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(source.date()));
        put(json, "subject", source.subject());
        put(json, "body", source.body());
        return json;
    }

    private static ObjectNode brief(SourceCommit source, String repository) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "repoURL", repository);
        put(json, "drySha", source.id());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static boolean isForeign(Tip tip, String file) throws GitException {
        if (tip.at(file).isEmpty()) {
            return false;
        }
        Optional<byte[]> there = tip.read(file, LIMIT_BYTES);
        try {
            return there.isEmpty() || !Json.read(there.get()).path("drySha").isTextual();
        } catch (IOException notJson) {
            return true;
        }
    }
}
