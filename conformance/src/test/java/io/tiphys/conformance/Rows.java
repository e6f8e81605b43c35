package io.tiphys.conformance;

import java.util.ArrayList;
import java.util.List;

/** All rows, in the order of the table. */
final class Rows {
    private Rows() {}

    static List<Row> all(Corpus corpus) {
        List<Row> rows = new ArrayList<>();
        rows.add(new ApiFields());
        rows.add(new KubernetesFields());
        rows.add(new RoundTrip());
        rows.add(new YamlDecoding());
        return rows;
    }
}
