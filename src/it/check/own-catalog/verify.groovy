def own = build.module('own-catalog')

assert own.findings()*.toString() == ['servers/databases.yaml:3:14: error: ... [service-pack-too-low]']
assert own.findings()[0].message == '"db02" runs SQL Server 2005 on Windows Server 2003 RTM, ' +
    'and that needs Windows Server 2003 SP1 or later.'
