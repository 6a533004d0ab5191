package io.github.serverlint.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Long lists of partners, which many findings share: files hold each of them once, and name it by its content. Short ones
 * stand with their findings.
 */
public final class PartnerSets {
    private static final int LONGEST_BESIDE = 10;
    private static final int BYTES = 8;

    private final IdentityHashMap<List<Partner>, String> names = new IdentityHashMap<>();
    private final Map<String, List<Partner>> sets = new TreeMap<>();

    public PartnerSets(List<List<Partner>> all) {
        for (List<Partner> partners : all) {
            if (partners.size() > LONGEST_BESIDE && !names.containsKey(partners)) {
                String name = digest(partners);
                names.put(partners, name);
                sets.putIfAbsent(name, inOrder(partners));
            }
        }
    }

    /** The lists by name. */
    public Map<String, List<Partner>> sets() {
        return sets;
    }

    /** The name of a list that is long; empty for a short one. */
    public Optional<String> name(List<Partner> partners) {
        return Optional.ofNullable(names.get(partners));
    }

    /** The partners by name, as files hold them. */
    public static List<Partner> inOrder(List<Partner> partners) {
        return partners.stream()
                .sorted(Comparator.comparing(Partner::name).thenComparing(Partner::value))
                .toList();
    }

    /** A name for a list, which depends on what files say of it only. */
    public static String digest(List<Partner> partners) {
        String text = partners.stream()
                .map(partner -> partner.foldedName() + "\n" + partner.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
