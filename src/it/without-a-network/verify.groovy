import io.github.serverlint.BuildLog

// Each kind of access was blocked, and after those of the agent there was no other attempt.
assert new File(basedir, 'attempts.txt').readLines() == ['open ways: []']

// All of it was done, and nothing missed a network.
def log = BuildLog.of(basedir)[0]
assert log.isSuccess()
assert log.saying('besides 2 baselined').size() == 1
assert new File(basedir, 'target/serverlint').list().sort() == [
    'TEST-serverlint.xml', 'gl-code-quality-report.json', 'plan.yaml', 'serverlint-checkstyle.xml', 'serverlint.html',
    'serverlint.json', 'serverlint.sarif', 'xunit-serverlint.xml',
]
assert new File(basedir, 'target/site/serverlint.html').exists()
assert log.saying('unsupported-platform').size() > 1
assert log.saying('mail01').size() > 1
assert !log.hasStackTrace()
