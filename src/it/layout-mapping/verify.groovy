import io.github.serverlint.BuildLog

def (lab, broken) = BuildLog.of(basedir)

println lab.findings()
println lab.goalOutput().join('\n')
println broken.failures()
assert false
