import groovy.json.JsonSlurper
import io.github.serverlint.BuildLog
import javax.xml.parsers.DocumentBuilderFactory

def (first, failing, beside, moduleAlone) = BuildLog.of(basedir)
def names = ['serverlint.sarif', 'serverlint.json', 'TEST-serverlint.xml', 'serverlint-checkstyle.xml', 'gl-code-quality-report.json']
def file = { folder, name -> new File(basedir, "$folder/$name") }
def json = { folder, name -> new JsonSlurper().parse(file(folder, name), 'UTF-8') }
def results = { folder ->
    def runs = json(folder, 'serverlint.sarif').runs
    assert runs.size() == 1
    runs[0].results.collect {
        def place = it.locations[0].physicalLocation
        "$it.ruleId $place.artifactLocation.uri:$place.region.startLine" as String
    }
}
def berlin = [
    'unsupported-platform sites/berlin/servers/mail.yaml:2',
    'feature-needs-newer-windows sites/berlin/servers/mail.yaml:6',
]
def tokyo = [
    'unsupported-platform sites/tokyo/lab/lab.yaml:2',
    'unsupported-platform sites/tokyo/servers/mail.yaml:2',
]

assert first.isSuccess() && beside.isSuccess()
assert failing.failures().keySet() == ['tokyo', 'berlin'] as Set

// Services that take one file find all modules in that of the root; each module has its own besides.
assert results('target/serverlint') == berlin + tokyo
assert results('sites/berlin/target/serverlint') == berlin
assert results('sites/rome/target/serverlint') == []
// Both executions write to the folder of their module.
assert results('sites/tokyo/target/serverlint') == tokyo
// And modules beside the top-level project are found from the root of the repository all the same.
assert results('all/target/beside') == berlin + tokyo

assert json('target/serverlint', 'serverlint.json').with { [summary.files, summary.servers, summary.errors] } == [4, 5, 4]
assert json('target/serverlint', 'serverlint.json').findings*.path ==
    ['sites/berlin/servers/mail.yaml'] * 2 + ['sites/tokyo/lab/lab.yaml', 'sites/tokyo/servers/mail.yaml']
assert json('sites/berlin/target/serverlint', 'serverlint.json').findings*.path == ['servers/mail.yaml'] * 2
assert json('target/serverlint', 'gl-code-quality-report.json')*.location*.path ==
    json('target/serverlint', 'serverlint.json').findings*.path
def junit = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file('target/serverlint', 'TEST-serverlint.xml'))
def tests = junit.getElementsByTagName('testcase').with { list -> (0..<list.length).collect { list.item(it) } }
def named = { it.getAttribute('classname') + ' ' + it.getAttribute('name') }
assert tests.findAll { it.getElementsByTagName('failure').length > 0 }.collect(named) == [
    'sites/berlin/mail01 mail01: unsupported-platform',
    'sites/berlin/mail02 mail02: feature-needs-newer-windows',
    'sites/tokyo/mail01 mail01: unsupported-platform',
    'sites/tokyo/lab01 lab01: unsupported-platform',
]
assert tests.collect(named).contains('sites/rome/dc01 dc01: unsupported-platform')

for (name in names) {
    for (module in ['.', 'sites/berlin', 'sites/rome', 'sites/tokyo']) {
        assert file("$module/target/failing", name).bytes == file("$module/target/serverlint", name).bytes
    }
}

// Modules without the folder: the root and "web", one after the other, side by side and alone.
def absent = '[INFO] No folder servers in this module: nothing to check.'
assert [first, failing].every { it.lines.count(absent) == 2 }
assert !file('web', 'target').exists()
assert moduleAlone.isSuccess()
assert moduleAlone.goalOutput() == [absent]
