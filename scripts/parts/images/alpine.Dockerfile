# Stand-in for alpine:3.20: busybox, ca-certificates and tzdata of Debian, and its C library in place of musl, so that
# what the other stand-ins build runs here. `debian` is the unpacked packages, `files` the folder beside this file.
FROM scratch AS parts
COPY --from=debian / /
COPY --from=files passwd group /etc/
COPY --from=files apk /usr/sbin/apk
RUN ["/usr/bin/busybox", "sh", "-euc", "\
  b=/usr/bin/busybox; \
  for dir in bin sbin lib lib64; do $b ln -s usr/$dir /$dir; done; \
  $b --install -s /usr/bin; \
  mkdir -p /dev /proc /sys /run /root /home /mnt /srv /var/tmp /var/log /etc/ssl/certs; \
  mkdir -m 1777 /tmp; \
  ln -s ../run /var/run; \
  cat /usr/share/ca-certificates/mozilla/*.crt > /etc/ssl/certs/ca-certificates.crt; \
  ln -s certs/ca-certificates.crt /etc/ssl/cert.pem; \
  chmod 755 /usr/sbin/apk; \
  echo ca-certificates tzdata > /etc/apk-stand-in; \
  echo 3.20.0 > /etc/alpine-release; \
  printf 'NAME=\"Alpine Linux (stand-in of Debian packages)\"\\nID=alpine\\nVERSION_ID=3.20.0\\n' > /etc/os-release; \
  rm -rf /usr/share/ca-certificates"]

FROM scratch
COPY --from=parts / /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
CMD ["/bin/sh"]
