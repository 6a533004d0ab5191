import groovy.json.JsonSlurper
import io.github.serverlint.BuildLog

def (all, moduleAlone) = BuildLog.of(basedir)
def absent = '[INFO] No folder servers in this module: nothing to check.'
def report = { module -> new File(basedir, "$module/target/serverlint/serverlint.json") }

assert all.isSuccess()
assert all.findings()*.toString() == ['servers/mail.yaml:4:15: error: ... [unsupported-platform]']
// Modules are built side by side, so their lines come in any order.
assert all.saying('1 file, 1 server: 1 error, 0 warnings, 0 notes.').size() == 1
assert all.saying('1 file, 1 server: 0 errors, 0 warnings, 0 notes. Nothing to do.').size() == 1
// The root and the module "web".
assert all.lines.count(absent) == 2

assert new JsonSlurper().parse(report('mail')).findings.collect { "$it.path:$it.line:$it.column $it.rule $it.server" } ==
    ['servers/mail.yaml:4:15 unsupported-platform mail01']
assert new JsonSlurper().parse(report('directory')).with { [summary.servers, findings] } == [1, []]
// The report of the root is that of all modules.
assert new JsonSlurper().parse(report('.')).with { [summary.servers, findings*.path] } == [2, ['mail/servers/mail.yaml']]
assert !report('web').exists()

assert moduleAlone.isSuccess()
assert moduleAlone.goalOutput() == [absent]
