import io.github.serverlint.git.MadeRepository

def folder = basedir.toPath()
def text = { name -> new File(basedir, name).text }
def repository = { name -> MadeRepository.init(folder.resolve(name), folder.resolve('home')) }

/** A branch of two commits, while the branch that it left has gone on. */
def change = { name ->
    repository(name).with {
        write('pom.xml', text('pom.xml'))
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

change('two-stages')
change('covered').write('servers/migrations/rollout.yaml', text('migration.yaml'))

repository('known').with {
    write('pom.xml', text('pom.xml'))
    write('servers/mail.yaml', text('faulty.yaml'))
    commit()
    git('checkout', '--quiet', '-b', 'change')
    write('servers/berlin/mail.yaml', '# Moved here.\n\n' + text('faulty.yaml'))
    git('rm', '--quiet', 'servers/mail.yaml')
    commit()
}

repository('around').with {
    write('.gitignore', 'target/\n')
    commit()
    write('target/project/pom.xml', text('pom.xml'))
    write('target/project/servers/mail.yaml', text('new.yaml'))
}

return true
