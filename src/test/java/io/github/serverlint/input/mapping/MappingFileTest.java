package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files a mapping wants. */
class MappingFileTest {

    private static List<String> includes(String mapping) {
        return MappingFile.read(new SourceFile("my.yaml", "version: 1\n" + mapping), Sample.CATALOG)
                .includes();
    }

    @Test
    void allThatItNamesAreRead() {
        assertThat(includes("""
                        files: ['vms/*.yaml', 'more/*.yaml']
                        inherit: {file: defaults.yaml, root: $.all}
                        fields: {name: {at: $.name}, os: [{at: $.os}, {side: images.yaml}], exchange: {side: images.yaml}}
                        """)).containsExactly("vms/*.yaml", "more/*.yaml", "defaults.yaml", "images.yaml");
        assertThat(includes("""
                        reader: layered
                        files: ['nodes/*.yaml']
                        layers: ['roles/${node.role}.yaml', common.yaml]
                        fields: {name: {file: stem}, os: {var: os}}
                        """)).containsExactly("nodes/*.yaml", "roles/*.yaml", "common.yaml");
        assertThat(includes("reader: ansible\nfields: {os: {var: os}}\n")).containsExactly("**");
    }
}
