import groovy.json.JsonSlurper
import io.github.serverlint.BuildLog
import javax.xml.parsers.DocumentBuilderFactory

def file = { folder, name -> new File(basedir, "target/$folder/$name") }
def parsed = { name -> new JsonSlurper().parse(file('serverlint', name), 'UTF-8') }
def json = parsed('serverlint.json')
def sarif = parsed('serverlint.sarif')

assert json.version == 1
assert json.summary ==
    [files: 1, servers: 3, errors: 3, warnings: 0, notes: 0, suppressed: 0, baselined: 0, notJudged: 0]

def (mail01, buero, mail03) = json.servers
assert mail01.subMap('name', 'path', 'line', 'column', 'roles', 'features', 'components') == [
    name: 'mail01', path: 'servers/mail.yaml', line: 3, column: 3, roles: ['mailbox'], features: [], components: []
]
assert mail01.values.os.with { [text, release, level, path, line, column] } ==
    ['W2K3 SP1', 'windows-2003', 'SP1', 'servers/mail.yaml', 4, 9]
// A value that came through an alias stands where the server uses it.
assert mail01.values.exchange.with { [text, release, level, line, column] } ==
    ['Exchange 2000 SP3', 'exchange-2000', 'SP3', 5, 15]
assert buero.name == 'büro 📬'
assert buero.features == ['volume-shadow-copy', 'rpc-over-http']
assert buero.values.exchange.with { [text, release, level] } == ['6.5.7638', 'exchange-2003', 'SP2']
assert !mail03.values.os.containsKey('level')

// Columns count characters as people see them, also behind one that Java counts twice.
def places = json.findings.collect {
    "$it.severity $it.status $it.rule $it.keyPath $it.path:$it.line:$it.column-$it.endLine:$it.endColumn".toString()
}
assert places == [
    'error open unsupported-platform servers.mail01.exchange servers/mail.yaml:5:15-5:28',
    'error open feature-needs-newer-windows servers.büro 📬.features.volume-shadow-copy servers/mail.yaml:7:74-7:77',
    'error open feature-needs-newer-windows servers.büro 📬.features.rpc-over-http servers/mail.yaml:7:79-7:95',
]
assert json.findings*.server == ['mail01', 'büro 📬', 'büro 📬']
json.findings.each { assert it.message.contains("\"$it.server\"") && it.sources.every { it } && it.sources }
assert json.findings[0].related.collect { "$it.path:$it.line:$it.column" as String } ==
    ['servers/mail.yaml:1:22', 'servers/mail.yaml:4:9']
// What the definition does not say is no fault, and no clean bill either.
assert json.undecided.collect { "$it.rule $it.server $it.path:$it.line:$it.column" as String } ==
    ['service-pack-too-low mail03 servers/mail.yaml:9:9']

assert sarif.version == '2.1.0'
assert sarif.runs.size() == 1
def run = sarif.runs[0]
assert run.tool.driver.name == 'serverlint'
assert run.tool.driver.semanticVersion =~ /^\d+\.\d+\.\d+/
assert run.columnKind == 'unicodeCodePoints'
def rules = run.tool.driver.rules*.id
assert rules.containsAll(['unsupported-platform', 'feature-needs-newer-windows', 'yaml-syntax'])
assert rules == rules.unique(false)
run.results.each { assert rules[it.ruleIndex] == it.ruleId }
// Both reports tell of the same findings.
def sarifPlaces = run.results.collect {
    def where = it.locations[0].physicalLocation
    def region = where.region
    "$it.level $it.ruleId $where.artifactLocation.uri:" +
        "$region.startLine:$region.startColumn-$region.endLine:$region.endColumn"
}
assert sarifPlaces == json.findings.collect {
    "$it.severity $it.rule $it.path:$it.line:$it.column-$it.endLine:$it.endColumn"
}*.toString()
assert run.results[0].relatedLocations.collect { it.physicalLocation.region.with { "$startLine:$startColumn" as String } } ==
    ['1:22', '4:9']
assert run.results*.partialFingerprints.unique(false).size() == 3

def xml = { name -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file('serverlint', name)).documentElement }
def inside = { owner, name ->
    def found = owner.getElementsByTagName(name)
    (0..<found.length).collect { found.item(it) }
}
def suite = xml('TEST-serverlint.xml')
def tests = inside(suite, 'testcase')
assert tests.findAll { inside(it, 'failure') }.collect { it.getAttribute('classname') + ' ' + it.getAttribute('name') } ==
    ['mail01 mail01: unsupported-platform', 'büro 📬 büro 📬: feature-needs-newer-windows']
assert [suite.getAttribute('failures'), suite.getAttribute('tests')] == ['2', tests.size() as String]
assert tests.any {
    it.getAttribute('classname') == 'mail03' && it.getAttribute('name') == 'mail03: unsupported-platform' && !it.hasChildNodes()
}

assert inside(xml('serverlint-checkstyle.xml'), 'error').collect { error ->
    error.parentNode.getAttribute('name') + ['line', 'column', 'severity', 'source'].collect { ' ' + error.getAttribute(it) }.join()
} == [
    'servers/mail.yaml 5 15 error serverlint.state.unsupported-platform',
    'servers/mail.yaml 7 74 error serverlint.estate.feature-needs-newer-windows',
    'servers/mail.yaml 7 79 error serverlint.estate.feature-needs-newer-windows',
]

def gitlab = parsed('gl-code-quality-report.json')
assert gitlab.collect { "$it.severity $it.check_name $it.location.path:$it.location.lines.begin" as String } == [
    'critical unsupported-platform servers/mail.yaml:5',
    'critical feature-needs-newer-windows servers/mail.yaml:7',
    'critical feature-needs-newer-windows servers/mail.yaml:7',
]
assert gitlab*.fingerprint == run.results*.partialFingerprints.'serverlint/v2'

// Nothing stands before a command, each of the two executions has its own, and they share one summary.
def commands = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.startsWith('::') }
assert commands*.replaceFirst(/,title=.*/, '') == [
    '::error file=servers/mail.yaml,line=5,endLine=5,col=15,endColumn=28',
    '::error file=servers/mail.yaml,line=7,endLine=7,col=74,endColumn=77',
    '::error file=servers/mail.yaml,line=7,endLine=7,col=79,endColumn=95',
] * 2
assert commands.every { it.contains(',title=') && it.contains('%0Awhy: ') }
def summary = new File(basedir, 'summary.html').getText('UTF-8')
assert summary.count('<h3>serverlint</h3><p>1 file, 3 servers: 3 errors, 0 warnings, 0 notes.</p>') == 2
assert summary.count('<td>servers/mail.yaml:7:79</td><td>feature-needs-newer-windows</td><td>"büro 📬" enables ') == 2

// And so does the console, once for each of the two executions.
assert BuildLog.of(basedir)[0].findings()*.place == json.findings.collect { "$it.path:$it.line:$it.column" as String } * 2

def names = ['serverlint.json', 'serverlint.sarif', 'TEST-serverlint.xml', 'serverlint-checkstyle.xml', 'gl-code-quality-report.json']
assert file('serverlint', '').list().sort() == names.sort(false)
for (name in names) {
    assert file('again', name).bytes == file('serverlint', name).bytes
    assert !file('serverlint', name).getText('UTF-8').contains(basedir.name + File.separator)
}
