package io.tiphys.publisher;

import io.tiphys.publisher.git.GitException;
import io.tiphys.publisher.git.Tip;
import java.util.Optional;

/** The files that are not ours: never touched, so a manifest cannot go where one stands. */
record Neighbours(Target target, Tip tip) {

    /** Makes sure that a manifest can be added without touching a file or link of somebody else. */
    void makeWay(String file) throws PublishException, GitException {
        String path = target.in(file);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            Optional<Tip.Node> there = tip.at(folder);
            if (there.isPresent() && there.get().kind() != Tip.Kind.FOLDER) {
                throw foreign(path, folder + " is no folder there", "");
            }
        }
        Optional<Tip.Node> there = tip.at(path);
        if (there.isPresent()) {
            throw foreign(path, "it is there already and not ours", owner(file));
        }
    }

    private String owner(String file) throws PublishException, GitException {
        for (String name : tip.names(target.in(Ownership.FOLDER))) {
            String record = target.in(Ownership.FOLDER + "/" + name);
            Optional<byte[]> content =
                    Ownership.isRecord(name) ? tip.read(record, Ownership.LIMIT_BYTES) : Optional.empty();
            if (content.isPresent()) {
                Ownership other = Ownership.read(content.get(), record);
                if (other.files().containsKey(file)) {
                    return other.owner();
                }
            }
        }
        return "";
    }

    private PublishException foreign(String path, String why, String owner) {
        String whose = owner.isEmpty() ? "written by hand or by another program" : "published by " + owner;
        return PublishException.input(
                "The file " + path + " of branch " + target.branch() + " cannot be published: " + why + " (" + whose
                        + "). Nothing was changed.",
                owner.isEmpty()
                        ? "Remove it from the branch with a commit of its own, or publish to another path."
                        : "Publish one of the two under another name, or to another path.");
    }
}
