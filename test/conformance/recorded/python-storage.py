"""Records how Python's client calls Cloud Storage: pip install google-cloud-storage, then run this file.

Writes python-storage.json beside it: by name of the pair, the requests as they came over the wire.
"""

import base64
import io
import json
import pathlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from google.cloud import storage
from google.oauth2.credentials import Credentials

ODD = "a b/ü+%23?&=!*'()~@:$,;[]#.html"
TYPE = "text/html; charset=utf-8"
CACHE = "public, max-age=60"
GENERATION = 1700000000000001
PIECE = 8 * 1024 * 1024

requests = []


class Recorder(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def respond(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        large = self.command == "PUT"
        requests.append(
            {
                "method": self.command,
                "target": self.path,
                "headers": [[k, v] for k, v in self.headers.items() if k.lower() not in ("host", "connection")],
                **({"bytes": len(body)} if large else {"body": base64.b64encode(body).decode()}),
            }
        )
        resource = {"name": ODD, "generation": "1", "metageneration": "1", "size": "5"}
        text = json.dumps({**resource, "done": True, "totalBytesRewritten": "5", "objectSize": "5", "resource": resource})
        status, headers = 200, {}
        if self.command == "POST" and "uploadType=resumable" in self.path:
            headers["location"] = f"http://{self.headers['host']}/upload/storage/v1/b/site-bucket/o?uploadType=resumable&upload_id=session-1"
        content_range = self.headers.get("content-range") or ""
        if content_range.startswith("bytes 0-"):
            status, headers["range"] = 308, f"bytes=0-{PIECE - 1}"
        content = b"" if self.command == "DELETE" or status == 308 else text.encode()
        self.send_response(204 if self.command == "DELETE" else status)
        for name, value in {**headers, "content-type": "application/json", "content-length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = respond


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = storage.Client(
        project="acme-prod",
        credentials=Credentials("ya29.conformance"),
        client_options={"api_endpoint": f"http://127.0.0.1:{server.server_port}"},
    )
    bucket = client.bucket("site-bucket")
    recorded = {}

    def record(name, call):
        requests.clear()
        call()
        # The client looks up the bucket beside its calls, once, when it comes to it.
        recorded[name] = [one for one in requests if not one["target"].startswith("/storage/v1/b/site-bucket?")]

    def blob(name=ODD, **options):
        made = bucket.blob(name, **options)
        made.cache_control = CACHE
        made.content_type = TYPE
        return made

    record(
        "upload of a small file",
        lambda: blob().upload_from_string("<h1>hello</h1>", content_type=TYPE, if_generation_match=0, checksum="md5"),
    )
    record(
        "new headers of an object",
        lambda: blob().patch(if_generation_match=GENERATION, if_metageneration_match=3),
    )
    record("removal of one generation", lambda: bucket.blob(ODD).delete(if_generation_match=GENERATION))
    record(
        "a copy with new metadata",
        lambda: blob(f"to/{ODD}").rewrite(
            bucket.blob(ODD), if_generation_match=7, if_source_generation_match=GENERATION
        ),
    )
    record(
        "whether a prefix is empty",
        lambda: list(
            client.list_blobs("site-bucket", prefix="site/", page_size=1, fields="nextPageToken,items(name)")
        ),
    )
    content = (b"frontend " * (PIECE // 9 + 200))[: PIECE + 1000]
    record(
        "a large file in pieces",
        lambda: blob(chunk_size=PIECE).upload_from_file(
            io.BytesIO(content), size=len(content), content_type=TYPE, if_generation_match=0, checksum=None
        ),
    )
    file = pathlib.Path(__file__).with_suffix(".json")
    file.write_text(json.dumps({"version": storage.__version__, "calls": recorded}, indent=2, ensure_ascii=False) + "\n")


main()
