"""google-cloud-storage against the emulator, as its users write it. Prints the name of each scenario that passed."""
import io
import os
import sys
import tempfile

from google.api_core import exceptions
from google.cloud import storage
from google.oauth2.credentials import Credentials

endpoint, token, bucket_name = sys.argv[1:4]
client = storage.Client(
    project="orchestra-dev",
    credentials=Credentials(token),
    client_options={"api_endpoint": endpoint},
)
bucket = client.bucket(bucket_name)
QUARTER = 256 * 1024
LARGE = os.urandom(9 * 1024 * 1024 + 7)


def refused(kind, call):
    try:
        call()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was expected")


def upload_small():
    blob = bucket.blob("py/ü b.txt")
    blob.cache_control = "no-cache"
    blob.metadata = {"a": "1"}
    blob.upload_from_string("hello", content_type="text/plain", checksum="crc32c")
    again = bucket.get_blob("py/ü b.txt")
    assert (again.content_type, again.cache_control, again.metadata) == ("text/plain", "no-cache", {"a": "1"})
    assert again.download_as_bytes(checksum="md5") == b"hello"
    assert again.exists() and not bucket.blob("py/none").exists()


def upload_large_in_chunks():
    blob = bucket.blob("py/large", chunk_size=4 * QUARTER)
    blob.upload_from_file(io.BytesIO(LARGE), size=len(LARGE), content_type="application/x-large", checksum="md5")
    assert bucket.get_blob("py/large").content_type == "application/x-large"
    with tempfile.NamedTemporaryFile() as file:
        bucket.blob("py/large", chunk_size=8 * QUARTER).download_to_filename(file.name)
        assert open(file.name, "rb").read() == LARGE


def upload_large_of_unknown_size():
    with bucket.blob("py/stream").open("wb", chunk_size=2 * QUARTER) as file:
        file.write(LARGE[: 5 * QUARTER])
        file.write(b"end")
    with bucket.blob("py/stream").open("rb", chunk_size=QUARTER) as file:
        assert file.read() == LARGE[: 5 * QUARTER] + b"end"


def ranges():
    blob = bucket.blob("py/large")
    assert blob.download_as_bytes(start=5, end=9, raw_download=True) == LARGE[5:10]
    assert blob.download_as_bytes(start=len(LARGE) - 3, raw_download=True) == LARGE[-3:]
    refused(exceptions.RequestRangeNotSatisfiable, lambda: blob.download_as_bytes(start=len(LARGE) + 1))


def lists():
    for name in ["l/a/1", "l/a/2", "l/b", "l/c"]:
        bucket.blob(name).upload_from_string(name)
    assert [blob.name for blob in client.list_blobs(bucket, prefix="l/", page_size=1)] == ["l/a/1", "l/a/2", "l/b", "l/c"]
    listed = client.list_blobs(bucket, prefix="l/", delimiter="/", fields="items(name),prefixes,nextPageToken")
    assert [blob.name for blob in listed] == ["l/b", "l/c"] and listed.prefixes == {"l/a/"}
    between = client.list_blobs(bucket, start_offset="l/a/2", end_offset="l/c", versions=False)
    assert [blob.name for blob in between] == ["l/a/2", "l/b"]
    refused(exceptions.BadRequest, lambda: list(client.list_blobs(bucket, soft_deleted=True)))
    assert [blob.name for blob in client.list_blobs(bucket, match_glob="l/**/1")] == ["l/a/1"]


def compose_copy_rewrite_move():
    parts = [bucket.blob(f"c/{name}") for name in "ab"]
    for part in parts:
        part.upload_from_string(part.name, content_type="text/plain")
    whole = bucket.blob("c/whole")
    whole.content_type = "text/whole"
    whole.compose(parts)
    assert whole.download_as_bytes() == b"c/ac/b" and whole.component_count == 2
    copied = bucket.copy_blob(whole, bucket, "c/copy", if_generation_match=0)
    assert copied.content_type == "text/whole"
    target = bucket.blob("c/rewritten")
    assert target.rewrite(copied) == (None, 6, 6)
    moved = bucket.move_blob(target, "c/moved", if_source_generation_match=target.generation)
    assert moved.download_as_bytes() == b"c/ac/b" and not target.exists()
    renamed = bucket.rename_blob(moved, "c/renamed")
    assert renamed.exists() and not bucket.blob("c/moved").exists()


def patch_and_preconditions():
    blob = bucket.blob("p/x")
    blob.upload_from_string("1", if_generation_match=0)
    refused(exceptions.PreconditionFailed, lambda: blob.upload_from_string("2", if_generation_match=0))
    blob.metadata = {"k": "v", "gone": "x"}
    blob.patch(if_metageneration_match=blob.metageneration)
    blob.metadata = {"k": "w", "gone": None}
    blob.content_disposition = "inline"
    blob.patch()
    blob.reload()
    assert blob.metadata == {"k": "w"} and blob.metageneration == 3
    refused(exceptions.PreconditionFailed, lambda: blob.patch(if_metageneration_match=1))
    blob.update_storage_class("NEARLINE")
    blob.reload()
    assert blob.storage_class == "NEARLINE" and blob.metadata == {"k": "w"}
    refused(exceptions.PreconditionFailed, lambda: blob.delete(if_generation_match=1))
    blob.delete(if_generation_match=blob.generation)
    refused(exceptions.NotFound, blob.delete)


def batches():
    blobs = [bucket.blob(f"b/{i}") for i in range(5)]
    for blob in blobs:
        blob.upload_from_string("x")
    with client.batch():
        for blob in blobs:
            blob.cache_control = "no-store"
            blob.patch()
    assert {blob.cache_control for blob in client.list_blobs(bucket, prefix="b/")} == {"no-store"}
    bucket.delete_blobs(blobs[:2])
    with client.batch(raise_exception=False) as batch:
        bucket.delete_blob("b/none")
        bucket.delete_blob("b/2")
    assert [response.status_code for response in batch._responses] == [404, 204]
    assert len(list(client.list_blobs(bucket, prefix="b/"))) == 2


def access():
    policy = bucket.get_iam_policy(requested_policy_version=3)
    stale = policy.etag
    policy.bindings.append({"role": "roles/storage.objectViewer", "members": {"allUsers"}})
    policy = bucket.set_iam_policy(policy)
    assert any(binding["role"] == "roles/storage.objectViewer" for binding in bucket.get_iam_policy().bindings)
    policy.etag = stale
    refused(exceptions.PreconditionFailed, lambda: bucket.set_iam_policy(policy))
    assert bucket.test_iam_permissions(["storage.objects.get"]) == ["storage.objects.get"]


def buckets():
    made = client.create_bucket("python-made", location="us-east1")
    made.labels = {"a": "b"}
    made.patch()
    assert client.get_bucket("python-made").labels == {"a": "b"}
    assert "python-made" in [one.name for one in client.list_buckets()]
    made.versioning_enabled = True
    refused(exceptions.BadRequest, made.patch)
    made.delete()
    assert client.lookup_bucket("python-made") is None


for scenario in [
    upload_small,
    upload_large_in_chunks,
    upload_large_of_unknown_size,
    ranges,
    lists,
    compose_copy_rewrite_move,
    patch_and_preconditions,
    batches,
    access,
    buckets,
]:
    scenario()
    print(scenario.__name__, flush=True)
