package uk.ac.diamond.workflows.ptychography;

import uk.ac.diamond.workflows.site.DiamondSite;
import uk.ac.diamond.workflows.site.ScienceGroup;

/** Ptychography belongs to imaging. */
public final class Imaging extends DiamondSite {
    public Imaging() {
        super(ScienceGroup.IMAGING, "https://github.com/DiamondLightSource/imaging-workflows");
    }
}
