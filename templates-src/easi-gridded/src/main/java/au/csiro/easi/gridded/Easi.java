package au.csiro.easi.gridded;

import static io.tiphys.generator.dsl.Dsl.secret;

import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;

/** One EASI deployment: all that has to be changed for another. */
public final class Easi implements SiteSource {
    private static final String AWS_ACCOUNT = "123456789012";
    private static final String REGION = "ap-southeast-2";
    private static final String DATABASE = "datacube-db";

    @Override
    public Site site() {
        return Site.defaults()
                .label("owner", "easi-gridded")
                .label("version", "1.0.0")
                .annotationPrefix("easi.csiro.au")
                .spec(spec -> spec.serviceAccountName("easi-workflows"));
    }

    /** An image of the deployment's own registry. */
    static String image(String name, String version) {
        return AWS_ACCOUNT + ".dkr.ecr." + REGION + ".amazonaws.com/" + name + ":" + version;
    }

    /** The template, able to ask the Open Data Cube. */
    static <T extends PodTemplate<T>> T withDatacube(T template) {
        return template.env("DB_HOSTNAME", secret(DATABASE, "hostname"))
                .env("DB_PORT", secret(DATABASE, "port"))
                .env("DB_DATABASE", secret(DATABASE, "database"))
                .env("DB_USERNAME", secret(DATABASE, "username"))
                .env("DB_PASSWORD", secret(DATABASE, "password"));
    }
}
