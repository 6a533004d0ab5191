def log = build.module('layout-shipped')

// One wrong pair in each layout; where only the default of a parameter says the Windows it is a warning.
assert log.findings()*.toString() == [
    'ludus/range-config.yml:8:27: error: ... [unsupported-platform]',
    'kubevirt/mail.yaml:6:26: error: ... [unsupported-platform]',
    'datum/Roles/Mailbox.yml:4:16: error: ... [unsupported-platform]',
    'cloudformation/mail.template.yaml:11:34: warning: ... [unsupported-platform]',
]
assert log.findings()*.message == ['MX01', 'mx01', 'MX01', 'Mail1'].collect {
    "\"$it\" runs Exchange Server 2016 CU23 on Windows Server 2022, which does not support it.".toString()
}
assert log.saying('datum/AllNodes/Prod/MX01.yml:2:7: note: ')
assert log.saying('"os" is only concluded, from at $.Properties.ImageId')
assert log.saying('layout ludus: Left out, because "where" does not hold: 1 of 2 machines (KALI).')
