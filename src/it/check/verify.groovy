import groovy.xml.XmlSlurper
import io.github.serverlint.BuildLog

// One Maven builds them all, which takes a tenth of the time; none knows of the others.
def log = BuildLog.of(basedir)[0]
def modules = new XmlSlurper().parse(new File(basedir, 'pom.xml')).modules.module*.text()
def folders = modules.collect { new File(basedir, it - ~/\/\w+\.xml$/) }.unique()
assert folders.size() > 8

folders.each { folder ->
    def script = new File(folder, 'verify.groovy')
    assert script.text.contains('assert ')
    new GroovyShell(getClass().classLoader, new Binding(basedir: folder, build: log)).evaluate(script)
}
assert !log.hasStackTrace()
