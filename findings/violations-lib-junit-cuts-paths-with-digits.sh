#!/usr/bin/env bash
# violations-lib 1.160.5 (Maven Central, se.bjurr.violations), by which bots comment on merge requests, and JUnit reports.
#
# Guess: where a test case has the attributes file and line, they are the place of the violation.
# Seen: the attributes are not read. The place is what looks most like one in the text of the failure, and a path counts from
#   its last folder of letters alone: module1/servers/mail.yaml:7 becomes /servers/mail.yaml:7, another file or none.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>reader</artifactId><version>1</version>
<dependencies><dependency><groupId>se.bjurr.violations</groupId><artifactId>violations-lib</artifactId><version>1.160.5</version></dependency></dependencies></project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib
cat > Read.java <<'JAVA'
import java.util.logging.Level;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.parsers.JUnitParser;

class Read {
    public static void main(String[] paths) throws Exception {
        ViolationsLogger silent = new ViolationsLogger() {
            public void log(Level level, String text) {}
            public void log(Level level, String text, Throwable cause) {}
        };
        for (String path : paths) {
            String report = "<testsuite name='s'><testcase classname='c' name='n' file='" + path + "' line='7'>"
                    + "<failure message='m'>" + path + ":7: wrong</failure></testcase></testsuite>";
            new JUnitParser().parseReportOutput(report, silent)
                    .forEach(found -> System.out.print(path + " is read as " + found.getFile() + " | "));
        }
    }
}
JAVA
seen=$(java -cp 'lib/*' Read.java servers/mail.yaml module1/servers/mail.yaml)
echo "$seen"
[ "$seen" = 'servers/mail.yaml is read as servers/mail.yaml | module1/servers/mail.yaml is read as /servers/mail.yaml | ' ]
