import io.github.serverlint.BuildLog

def (table, pageAndHelp, matrix) = BuildLog.of(basedir)

assert table.isSuccess()
def rows = table.goalOutput().collect { it =~ /^\[INFO] ([a-z0-9-]+) +(off|note|warning|error) +(\S.*)$/ }.findAll { it }
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
assert table.goalOutput().size() == rules.size() + 1
assert table.goalOutput().last() ==~
    /\[INFO] One of them in full: mvn io\.github\.serverlint:serverlint-maven-plugin:\S+:explain -Dserverlint\.rule=\S+/

assert pageAndHelp.isSuccess()
def page = pageAndHelp.goalOutput()
assert page.findAll { it.startsWith('[INFO] #') } ==
    ['# unsupported-platform', '## Why', '## Bad', '## Good', '## Fix', '## Sources'].collect { "[INFO] $it".toString() }
assert page.any { it.contains('exchange: Exchange 2000 SP3              # finds: unsupported-platform') }
// Sources are named as people find them, not by the catalog's own ids.
assert page.any { it.startsWith('[INFO] - How to migrate to Exchange Server 2003 (Serdar Yegulalp, March 2004), http') }
assert !page.any { it =~ /^\[INFO] - `/ }

assert pageAndHelp.saying('serverlint:check').size() == 1
assert pageAndHelp.saying('failOnViolation (Default: true)').size() == 1
assert pageAndHelp.saying('User property: serverlint.failOnViolation').size() == 1

assert matrix.isSuccess()
assert matrix.goalOutput().any { it ==~ /\[INFO] Exchange 2000 Server +no +yes +no .*/ }
assert matrix.goalOutput().any { it ==~ /\[INFO] Exchange Server 2019 .* CU12\+ +CU14\+/ }
