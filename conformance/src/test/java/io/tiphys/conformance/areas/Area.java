package io.tiphys.conformance.areas;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import uk.ac.diamond.workflows.ptychography.Diamond;
import uk.ac.diamond.workflows.ptychography.Ptypy;

/**
 * A science area of {@code templates-src}, and the profile of its facility.
 *
 * @param name its folder
 * @param profile name of the policy profile
 * @param manifests its rendered manifests
 */
record Area(String name, String profile, List<JsonNode> manifests) {

    /** All areas whose policies are tested. */
    static List<Area> all() {
        return List.of(of("diamond-ptychography", "diamond", new Diamond().site(), Ptypy.values()));
    }

    private static Area of(String name, String profile, Site site, TemplateSource... sources) {
        List<JsonNode> manifests = new ArrayList<>();
        for (TemplateSource source : sources) {
            manifests.add(source.define(site).render().json());
        }
        return new Area(name, profile, List.copyOf(manifests));
    }

    @Override
    public String toString() {
        return name;
    }
}
