# Stand-in for eclipse-temurin:21-jre-alpine: the modules that the applications of the tests use.
FROM eclipse-temurin:21-alpine AS jdk
RUN jlink --add-modules java.base,jdk.httpserver --strip-java-debug-attributes --no-header-files --no-man-pages --output /runtime

FROM alpine:3.20
COPY --from=jdk /usr/lib/x86_64-linux-gnu/libz.so.1 /usr/lib/x86_64-linux-gnu/libstdc++.so.6 /usr/lib/x86_64-linux-gnu/
COPY --from=jdk /runtime /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
