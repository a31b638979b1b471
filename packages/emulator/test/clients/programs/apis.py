"""Google's generated Python clients over REST against the emulator. Prints the name of each scenario that passed."""
import json
import sys

from google.api_core import exceptions
from google.cloud import artifactregistry_v1, run_v2, secretmanager
from google.cloud.artifactregistry_v1.services.artifact_registry.transports import ArtifactRegistryRestTransport
from google.cloud.run_v2.services.jobs.transports import JobsRestTransport
from google.cloud.run_v2.services.services.transports import ServicesRestTransport
from google.cloud.secretmanager_v1.services.secret_manager_service.transports import SecretManagerServiceRestTransport
from google.iam.v1 import policy_pb2
from google.oauth2.credentials import Credentials

token, endpoints, image = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
PROJECT = "projects/orchestra-dev"
LOCATION = f"{PROJECT}/locations/us-central1"


def made(client, transport, name):
    host = endpoints[name].removeprefix("http://")
    return client(transport=transport(host=host, credentials=Credentials(token), url_scheme="http"))


def refused(kind, call):
    try:
        call()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was expected")


def secret_manager():
    client = made(secretmanager.SecretManagerServiceClient, SecretManagerServiceRestTransport, "secretmanager")
    secret = client.create_secret(
        parent=PROJECT, secret_id="py", secret={"replication": {"automatic": {}}, "labels": {"a": "b"}}
    )
    refused(exceptions.Conflict, lambda: client.create_secret(parent=PROJECT, secret_id="py", secret={}))
    for data in [b"one", b"two"]:
        version = client.add_secret_version(parent=secret.name, payload={"data": data})
    assert version.state == secretmanager.SecretVersion.State.ENABLED
    assert client.access_secret_version(name=f"{secret.name}/versions/latest").payload.data == b"two"
    assert len(list(client.list_secret_versions(request={"parent": secret.name, "page_size": 1}))) == 2
    assert [one.name for one in client.list_secrets(parent=PROJECT)] == [secret.name]
    assert client.disable_secret_version(name=version.name).state == secretmanager.SecretVersion.State.DISABLED
    refused(exceptions.BadRequest, lambda: client.access_secret_version(name=version.name))
    client.enable_secret_version(name=version.name)
    assert client.destroy_secret_version(name=version.name).state == secretmanager.SecretVersion.State.DESTROYED
    policy = client.get_iam_policy(request={"resource": secret.name})
    policy.bindings.append(policy_pb2.Binding(role="roles/secretmanager.secretAccessor", members=["user:a@example.com"]))
    assert client.set_iam_policy(request={"resource": secret.name, "policy": policy}).bindings == policy.bindings
    secret.labels["a"] = "c"
    secret = client.update_secret(secret=secret, update_mask="labels")
    assert secret.labels["a"] == "c"
    client.delete_secret(request={"name": secret.name, "etag": secret.etag})
    refused(exceptions.NotFound, lambda: client.get_secret(name=secret.name))


def artifact_registry():
    client = made(artifactregistry_v1.ArtifactRegistryClient, ArtifactRegistryRestTransport, "artifactregistry")
    (repository,) = client.list_repositories(parent=LOCATION)
    assert repository.format_ == artifactregistry_v1.Repository.Format.DOCKER
    assert [one.uri.rsplit("@")[1] for one in client.list_docker_images(parent=repository.name)] == [image.split("@")[1]]
    (package,) = client.list_packages(parent=repository.name)
    assert [tag.name.rsplit("/")[-1] for tag in client.list_tags(parent=package.name)] == ["latest"]
    policy = client.get_iam_policy(request={"resource": repository.name})
    policy.bindings.append(policy_pb2.Binding(role="roles/artifactregistry.reader", members=["user:a@example.com"]))
    assert client.set_iam_policy(request={"resource": repository.name, "policy": policy}).bindings == policy.bindings


def cloud_run_services():
    client = made(run_v2.ServicesClient, ServicesRestTransport, "run")

    template = run_v2.RevisionTemplate(containers=[{"image": image}])
    service = client.create_service(parent=LOCATION, service_id="py", service={"template": template}).result(timeout=20)
    assert service.terminal_condition.state == run_v2.Condition.State.CONDITION_SUCCEEDED
    assert service.ingress == run_v2.IngressTraffic.INGRESS_TRAFFIC_ALL
    service.template.max_instance_request_concurrency = 7
    service = client.update_service(service=service).result(timeout=20)
    assert service.template.max_instance_request_concurrency == 7
    stale = run_v2.Service(service)
    stale.etag = '"stale"'
    refused(exceptions.Conflict, lambda: client.update_service(service=stale))
    policy = client.get_iam_policy(request={"resource": service.name})
    policy.bindings.append(policy_pb2.Binding(role="roles/run.invoker", members=["allUsers"]))
    assert client.set_iam_policy(request={"resource": service.name, "policy": policy}).bindings == policy.bindings
    assert [one.name for one in client.list_services(parent=LOCATION)] == [service.name]
    client.delete_service(name=service.name).result(timeout=20)
    refused(exceptions.NotFound, lambda: client.get_service(name=service.name))


def cloud_run_jobs():
    client = made(run_v2.JobsClient, JobsRestTransport, "run")
    job = run_v2.Job(template={"template": {"containers": [{"image": image}], "max_retries": 0}})
    job = client.create_job(parent=LOCATION, job_id="py", job=job).result(timeout=20)
    assert job.template.template.max_retries == 0
    overrides = {"container_overrides": [{"args": ["up"]}]}
    execution = client.run_job(request={"name": job.name, "overrides": overrides}).result(timeout=20)
    assert execution.succeeded_count == 1
    client.delete_job(name=job.name).result(timeout=20)


for scenario in [secret_manager, artifact_registry, cloud_run_services, cloud_run_jobs]:
    scenario()
    print(scenario.__name__, flush=True)
