import groovy.xml.XmlSlurper
import io.github.serverlint.BuildLog
import io.github.serverlint.supply.ShippedJar

def log = BuildLog.of(basedir)[0]
def (table, page, matrix) = ['table', 'page', 'matrix'].collect { log.execution(it).goalOutput() }

assert log.isSuccess()
def rows = table.collect { it =~ /^\[INFO] ([a-z0-9-]+) +(off|note|warning|error) +(\S.*)$/ }.findAll { it }
def rules = rows.collect { it[0][1] }
assert rules.containsAll([
    'yaml-syntax', 'duplicate-key', 'unknown-key', 'invalid-value', 'missing-value', 'unknown-release', 'unknown-feature',
    'unknown-reference', 'duplicate-name', 'unrecognized-document', 'unsupported-platform', 'service-pack-too-low',
    'unsupported-edition', 'feature-needs-newer-windows', 'feature-needs-newer-exchange', 'feature-before-setup-complete',
    'unsupported-cluster', 'conflicting-component', 'incompatible-ad-connector', 'forest-not-prepared'
])
assert rules == rules.unique(false)
assert rows.any {
    it[0][1..3] == ['unsupported-platform', 'error', 'a product on a Windows release that does not support it']
}
// Beside the rules there is only the way to one of them, for a folder in which Maven does not know the prefix.
assert table.size() == rules.size() + 1
assert table.last() ==~
    /\[INFO] One of them in full: mvn io\.github\.serverlint:serverlint-maven-plugin:\S+:explain -Dserverlint\.rule=\S+/

assert page.findAll { it.startsWith('[INFO] #') } ==
    ['# unsupported-platform', '## Why', '## Bad', '## Good', '## Fix', '## Sources'].collect { "[INFO] $it".toString() }
assert page.any { it.contains('exchange: Exchange 2000 SP3              # finds: unsupported-platform') }
// Sources are named as people find them, not by the catalog's own ids.
assert page.any { it.startsWith('[INFO] - How to migrate to Exchange Server 2003 (Serdar Yegulalp, March 2004), http') }
assert !page.any { it =~ /^\[INFO] - `/ }

assert log.saying('serverlint:check').size() == 1
assert log.saying('failOnViolation (Default: true)').size() == 1
assert log.saying('User property: serverlint.failOnViolation').size() == 1

assert matrix.any { it ==~ /\[INFO] Exchange 2000 Server +no +yes +no .*/ }
assert matrix.any { it ==~ /\[INFO] Exchange Server 2019 .* CU12\+ +CU14\+/ }

// The jar that the goals came from.
def version = new XmlSlurper().parse(new File(basedir, 'pom.xml')).properties.'plugin.version'.text()
def folder = new File(localRepositoryPath, "io/github/serverlint/serverlint-maven-plugin/$version")
def jar = new File(folder, "serverlint-maven-plugin-${version}.jar").toPath()
def ofThisMachine = ['user.dir', 'user.home', 'java.home', 'maven.home'].collect { System.getProperty(it) }
assert ShippedJar.faults(jar, ofThisMachine.findAll { it && it.length() > 1 }) == []
