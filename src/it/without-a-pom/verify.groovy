import groovy.json.JsonSlurper
import io.github.serverlint.BuildLog

def (alone, inProject) = BuildLog.of(basedir)
def report = { folder, name -> new File(basedir, "target/$folder/$name") }

assert alone.findings()*.toString() == [
    'servers/mail.yaml:4:15: error: ... [unsupported-platform]',
    'servers/mail.yaml:5:16: error: ... [feature-needs-newer-exchange]',
    'servers/mail.yaml:7:9: error: ... [service-pack-too-low]',
]
assert alone.repeated() == alone.findings()
assert alone.kindsOfFailure() == ['MojoFailureException']
assert new JsonSlurper().parse(report('serverlint', 'serverlint.json')).findings.collect {
    "$it.path:$it.line:$it.column-$it.endLine:$it.endColumn $it.rule $it.server"
} == [
    'servers/mail.yaml:4:15-4:32 unsupported-platform mail01',
    'servers/mail.yaml:5:16-5:19 feature-needs-newer-exchange mail01',
    'servers/mail.yaml:7:9-7:16 service-pack-too-low mail02',
]

// A POM changes nothing.
assert inProject.goalOutput() == alone.goalOutput()
assert inProject.failures().values() as List == alone.failures().values() as List
for (name in ['serverlint.json', 'serverlint.sarif']) {
    assert report('in-a-project', name).bytes == report('serverlint', name).bytes
}
