package io.github.serverlint.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * How Active Directory holds the builds of a product: with something added to the third number.
 *
 * @param from the first version that is held like this
 * @param added what is added; no build of the product has a third number as high as this
 */
public record DirectoryBuildOffset(BuildNumber from, int added) {

    /** The build that is installed; a build that is not held like this stays as it is. */
    public BuildNumber installed(BuildNumber build) {
        if (build.parts().size() < 3 || build.parts().get(2) < added || build.compareTo(from) < 0) {
            return build;
        }
        List<Long> parts = new ArrayList<>(build.parts());
        parts.set(2, parts.get(2) - added);
        return new BuildNumber(List.copyOf(parts));
    }
}
