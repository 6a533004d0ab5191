#!/usr/bin/env bash
# maven-invoker-plugin 3.10.1 and a comma in invoker.goals.
#
# Guess: "invoker.goals = validate -pl a,b" runs what the same words run on a command line.
# Seen: goals are divided at blanks and at commas, so that Maven is told "-pl a" and a phase "b", and the build fails for an
#   unknown phase. A profile list such as -Pone,two breaks in the same way; -P may be given twice.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
mkdir -p it/two/a it/two/b
pom() { printf '<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>%s</artifactId><version>1</version><packaging>pom</packaging>%s</project>\n' "$1" "$2"; }
pom two '<modules><module>a</module><module>b</module></modules>' > it/two/pom.xml
pom a '' > it/two/a/pom.xml; pom b '' > it/two/b/pom.xml
printf 'invoker.goals = validate -pl a,b\n' > it/two/invoker.properties
pom outer '<build><plugins><plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-invoker-plugin</artifactId><version>3.10.1</version><configuration><projectsDirectory>it</projectsDirectory><cloneProjectsTo>target/it</cloneProjectsTo></configuration></plugin></plugins></build>' > pom.xml
mvn -B -q -f it/two validate -pl a,b
mvn -B invoker:run > log.txt 2>&1 || true
seen=$(grep -ohE 'Unknown lifecycle phase "[a-z]+"' target/it/two/build.log | sort -u)
echo "on a command line: works | in invoker.goals: $seen"
[ "$seen" = 'Unknown lifecycle phase "b"' ]
