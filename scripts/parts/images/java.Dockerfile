# Stand-in for eclipse-temurin:21-alpine: Debian's JDK.
FROM alpine:3.20
COPY --from=debian usr/lib /usr/lib
COPY --from=debian etc/java-21-openjdk /etc/java-21-openjdk
RUN mkdir -p /opt/java && ln -s /usr/lib/jvm/java-21-openjdk-amd64 /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
