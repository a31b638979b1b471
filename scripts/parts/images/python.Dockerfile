# Stand-in for python:3.13-slim: Debian's Python, pip, and the wheels of the applications of the tests: `pip install` needs no network.
FROM alpine:3.20
COPY --from=debian usr/bin /usr/bin
COPY --from=debian usr/lib /usr/lib
COPY --from=wheels / /opt/wheels
ENV PIP_NO_INDEX=1 PIP_FIND_LINKS=/opt/wheels PIP_ROOT_USER_ACTION=ignore PIP_BREAK_SYSTEM_PACKAGES=1
RUN ln -s python3.13 /usr/bin/python3 && ln -s python3.13 /usr/bin/python && \
    python3 "$(echo /opt/wheels/pip-*.whl)/pip" install --quiet pip
CMD ["python3"]
