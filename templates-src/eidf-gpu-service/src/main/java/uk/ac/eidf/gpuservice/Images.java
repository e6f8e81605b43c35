package uk.ac.eidf.gpuservice;

import io.tiphys.generator.facility.ImageName;

/** The images in use, each with its version. */
final class Images {
    private static final String DOCKER_HUB = "docker.io";

    static final ImageName CURL = ImageName.of(DOCKER_HUB, "alpine/curl").tag("8.12.1");
    static final ImageName GIT = ImageName.of(DOCKER_HUB, "alpine/git").tag("2.47.2");

    /** Built from {@code code/docker} whenever it changes. */
    static final ImageName RAPIDS =
            ImageName.of(DOCKER_HUB, "eidf001/template-docker-image").tag("1.0.0");

    private Images() {}
}
