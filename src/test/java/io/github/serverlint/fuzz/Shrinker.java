package io.github.serverlint.fuzz;

import io.github.serverlint.ProcessorTime;
import java.util.Arrays;
import java.util.function.Predicate;

/** Makes a scene that fails as small as it can in a while: without files, lines and bytes that it does not take. */
public final class Shrinker {
    private static final long NANOSECONDS = 20_000_000_000L;

    private final Predicate<Scene> stillFails;
    private final long end = ProcessorTime.ofThisProcess() + NANOSECONDS;

    /** @param stillFails for the same reason */
    public Shrinker(Predicate<Scene> stillFails) {
        this.stillFails = stillFails;
    }

    public Scene shrunk(Scene scene) {
        Scene smallest = scene;
        for (String parameter : scene.parameters().keySet()) {
            smallest = smaller(smallest, smallest.withoutParameter(parameter));
        }
        for (String path : scene.files().keySet()) {
            smallest = smaller(smallest, smallest.without(path));
        }
        for (String path : smallest.files().keySet()) {
            for (int part = smallest.files().get(path).length; part > 0; part /= 2) {
                smallest = withoutParts(smallest, path, part);
            }
        }
        return smallest;
    }

    private Scene withoutParts(Scene scene, String path, int length) {
        Scene smallest = scene;
        int at = 0;
        while (at < smallest.files().get(path).length) {
            byte[] bytes = smallest.files().get(path);
            byte[] left = Arrays.copyOf(bytes, bytes.length - Math.min(length, bytes.length - at));
            int rest = Math.min(bytes.length, at + length);
            System.arraycopy(bytes, rest, left, at, bytes.length - rest);
            Scene smaller = smaller(smallest, smallest.with(path, left));
            at += smaller == smallest ? length : 0;
            smallest = smaller;
        }
        return smallest;
    }

    private Scene smaller(Scene scene, Scene smaller) {
        return ProcessorTime.ofThisProcess() < end && stillFails.test(smaller) ? smaller : scene;
    }
}
