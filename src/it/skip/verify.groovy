import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

assert log.isSuccess()
assert log.goalOutput() == ['[INFO] serverlint is skipped.']
assert !new File(basedir, 'target/serverlint').exists()
