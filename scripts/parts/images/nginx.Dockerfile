# Stand-in for nginx:1.27-alpine: Debian's nginx with the configuration layout of nginx's own image.
FROM alpine:3.20
COPY --from=debian usr/sbin/nginx /usr/sbin/nginx
COPY --from=debian usr/lib/x86_64-linux-gnu /usr/lib/x86_64-linux-gnu
COPY --from=debian etc/nginx/mime.types etc/nginx/fastcgi_params etc/nginx/uwsgi_params etc/nginx/scgi_params /etc/nginx/
COPY --from=files nginx.conf /etc/nginx/nginx.conf
COPY --from=files default.conf /etc/nginx/conf.d/default.conf
COPY --from=files index.html /usr/share/nginx/html/index.html
RUN mkdir -p /var/cache/nginx /var/log/nginx /var/lib/nginx; \
    chown nginx:nginx /var/cache/nginx; \
    ln -sf /dev/stdout /var/log/nginx/access.log; \
    ln -sf /dev/stderr /var/log/nginx/error.log
EXPOSE 80
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
