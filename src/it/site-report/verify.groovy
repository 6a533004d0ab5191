import io.github.serverlint.BuildLog

def all = BuildLog.of(basedir)[0]
def page = { module -> new File(basedir, "$module/target/site/serverlint.html") }

// Violations fail nothing here, and every module is asked.
assert all.isSuccess()
assert all.lines.count('[INFO] No folder servers in this module: nothing to check.') == 2
assert page('mail').getText('UTF-8').with {
    startsWith('<!DOCTYPE html>') && contains('1 violation fails the build') && contains('servers/mail.yaml:4:15')
}
assert !page('.').exists()
assert !page('web').exists()
