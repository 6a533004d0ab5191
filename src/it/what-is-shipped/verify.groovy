import groovy.xml.XmlSlurper
import io.github.serverlint.BuildLog
import io.github.serverlint.supply.ShippedJar

assert BuildLog.of(basedir)[0].isSuccess()

// The jar that the goal came from.
def version = new XmlSlurper().parse(new File(basedir, 'pom.xml')).properties.'plugin.version'.text()
def folder = new File(localRepositoryPath, "io/github/serverlint/serverlint-maven-plugin/$version")
def jar = new File(folder, "serverlint-maven-plugin-${version}.jar").toPath()
def ofThisMachine = ['user.dir', 'user.home', 'java.home', 'maven.home'].collect { System.getProperty(it) }
assert ShippedJar.faults(jar, ofThisMachine.findAll { it && it.length() > 1 }) == []
