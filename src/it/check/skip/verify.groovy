def log = build.module('skip')

assert log.isSuccess()
assert log.goalOutput() == ['[INFO] serverlint is skipped.']
assert !new File(basedir, 'target/serverlint').exists()
