import io.github.serverlint.git.MadeRepository

def folder = basedir.toPath()
def text = { name -> new File(basedir, name).text }
def repository = { name -> MadeRepository.init(folder.resolve(name), folder.resolve('home')) }

/** Of a module, by the names and values of its parameters. */
def pom = { name, parameters, root = '../' ->
    text('module.xml').replace('@name@', name).replace('@parameters@', parameters).replace('@root@', root)
}

/** A branch of two commits, while the branch that it left has gone on. */
def change = { name, project ->
    repository(name).with {
        write('pom.xml', project)
        write('.gitignore', 'target/\n')
        write('servers/mail.yaml', text('old.yaml'))
        commit()
        git('checkout', '--quiet', '-b', 'change')
        write('servers/mail.yaml', text('old.yaml').replace('Exchange 2000 SP3', 'Exchange 2003 SP1'))
        commit()
        git('checkout', '--quiet', 'main')
        write('servers/mail.yaml', text('new.yaml'))
        commit()
        git('checkout', '--quiet', 'change')
        write('servers/mail.yaml', text('new.yaml'))
        it
    }
}

change('two-stages', text('pom.xml'))
// A migration is declared that leads there.
change('covered', pom('covered', '<baseRef>main</baseRef>')).write('servers/migrations/rollout.yaml', text('migration.yaml'))

// A violation that the base had in another file.
repository('known').with {
    write('pom.xml', pom('known', '<baseRef>main</baseRef><onlyNew>true</onlyNew>'))
    write('servers/mail.yaml', text('faulty.yaml'))
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('servers/berlin/mail.yaml', '# Moved here.\n\n' + text('faulty.yaml'))
    git('rm', '--quiet', 'servers/mail.yaml')
    commit()
}

// A folder that the repository around it leaves out: the base has no definitions.
repository('around').with {
    write('.gitignore', 'target/\n')
    commit()
    write('target/project/pom.xml', pom('around', '<baseRef>HEAD</baseRef>', '../../../'))
    write('target/project/servers/mail.yaml', text('new.yaml'))
}

// What a runner has checked out that fetches the last commit of each branch.
def origin = repository('origin')
origin.with {
    write('pom.xml', pom('shallow', '<baseRef>origin/main</baseRef>'))
    write('servers/mail.yaml', text('shallow.yaml'))
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('notes.txt', 'On the branch.\n')
    commit()
    git('checkout', '--quiet', 'main')
    write('notes.txt', 'On main.\n')
    commit()
}
def address = origin.folder().toUri().toString().replaceFirst('^file:/+', 'file:///')
origin.git('clone', '--quiet', '--depth', '1', '--no-single-branch', '--branch', 'change', address, '../shallow')

// What all hosts of a group run is changed in one line; the inventory is one file, and its variables lie beside it.
repository('ansible').with {
    def places = '<sourceDirectories>inventory/hosts.yml</sourceDirectories><layout>ansible</layout>'
    write('pom.xml', pom('ansible', '<baseRef>main</baseRef>' + places))
    write('.gitignore', 'target/\n')
    write('inventory/hosts.yml', text('hosts.yml'))
    write('inventory/group_vars/mail.yml', 'exchange: Exchange 2013 CU23\n')
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('inventory/group_vars/mail.yml', 'exchange: Exchange 2016 CU23\n')
    commit()
}

// A module whose folder of definitions has another name now.
repository('renamed').with {
    write('pom.xml', pom('renamed', '<baseRef>main</baseRef>'))
    write('.gitignore', 'target/\n')
    write('servers/mail.yaml', text('old.yaml'))
    commit()
    git('checkout', '--quiet', '-b', 'change')
    git('mv', 'servers', 'machines')
    commit()
}

return true
