var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/@google-cloud/run/build/protos/protos.json
var require_protos = __commonJS({
  "node_modules/@google-cloud/run/build/protos/protos.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            cloud: {
              nested: {
                run: {
                  nested: {
                    v2: {
                      options: {
                        go_package: "cloud.google.com/go/run/apiv2/runpb;runpb",
                        java_multiple_files: true,
                        java_outer_classname: "WorkerPoolRevisionTemplateProto",
                        java_package: "com.google.cloud.run.v2",
                        "(google.api.resource_definition).type": "cloudbuild.googleapis.com/Build",
                        "(google.api.resource_definition).pattern": "projects/{project}/locations/{location}/builds/{build}"
                      },
                      nested: {
                        Builds: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            SubmitBuild: {
                              requestType: "SubmitBuildRequest",
                              responseType: "SubmitBuildResponse",
                              options: {
                                "(google.api.http).post": "/v2/{parent=projects/*/locations/*}/builds:submit",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{parent=projects/*/locations/*}/builds:submit",
                                    body: "*"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        SubmitBuildRequest: {
                          oneofs: {
                            source: {
                              oneof: [
                                "storageSource"
                              ]
                            },
                            buildType: {
                              oneof: [
                                "buildpackBuild",
                                "dockerBuild"
                              ]
                            }
                          },
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            storageSource: {
                              type: "StorageSource",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            imageUri: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            buildpackBuild: {
                              type: "BuildpacksBuild",
                              id: 4
                            },
                            dockerBuild: {
                              type: "DockerBuild",
                              id: 5
                            },
                            serviceAccount: {
                              type: "string",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            workerPool: {
                              type: "string",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                "(google.api.resource_reference).type": "cloudbuild.googleapis.com/BuildWorkerPool"
                              }
                            },
                            tags: {
                              rule: "repeated",
                              type: "string",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            machineType: {
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            releaseTrack: {
                              type: "google.api.LaunchStage",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            client: {
                              type: "string",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          },
                          nested: {
                            DockerBuild: {
                              fields: {}
                            },
                            BuildpacksBuild: {
                              fields: {
                                runtime: {
                                  type: "string",
                                  id: 1,
                                  options: {
                                    deprecated: true
                                  }
                                },
                                functionTarget: {
                                  type: "string",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                cacheImageUri: {
                                  type: "string",
                                  id: 3,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                baseImage: {
                                  type: "string",
                                  id: 4,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                environmentVariables: {
                                  keyType: "string",
                                  type: "string",
                                  id: 5,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                enableAutomaticUpdates: {
                                  type: "bool",
                                  id: 6,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                projectDescriptor: {
                                  type: "string",
                                  id: 7,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                }
                              }
                            }
                          }
                        },
                        SubmitBuildResponse: {
                          fields: {
                            buildOperation: {
                              type: "google.longrunning.Operation",
                              id: 1
                            },
                            baseImageUri: {
                              type: "string",
                              id: 2
                            },
                            baseImageWarning: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        StorageSource: {
                          fields: {
                            bucket: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            object: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        Condition: {
                          oneofs: {
                            reasons: {
                              oneof: [
                                "reason",
                                "revisionReason",
                                "executionReason"
                              ]
                            }
                          },
                          fields: {
                            type: {
                              type: "string",
                              id: 1
                            },
                            state: {
                              type: "State",
                              id: 2
                            },
                            message: {
                              type: "string",
                              id: 3
                            },
                            lastTransitionTime: {
                              type: "google.protobuf.Timestamp",
                              id: 4
                            },
                            severity: {
                              type: "Severity",
                              id: 5
                            },
                            reason: {
                              type: "CommonReason",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            revisionReason: {
                              type: "RevisionReason",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            executionReason: {
                              type: "ExecutionReason",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            State: {
                              values: {
                                STATE_UNSPECIFIED: 0,
                                CONDITION_PENDING: 1,
                                CONDITION_RECONCILING: 2,
                                CONDITION_FAILED: 3,
                                CONDITION_SUCCEEDED: 4
                              }
                            },
                            Severity: {
                              values: {
                                SEVERITY_UNSPECIFIED: 0,
                                ERROR: 1,
                                WARNING: 2,
                                INFO: 3
                              }
                            },
                            CommonReason: {
                              values: {
                                COMMON_REASON_UNDEFINED: 0,
                                UNKNOWN: 1,
                                REVISION_FAILED: 3,
                                PROGRESS_DEADLINE_EXCEEDED: 4,
                                CONTAINER_MISSING: 6,
                                CONTAINER_PERMISSION_DENIED: 7,
                                CONTAINER_IMAGE_UNAUTHORIZED: 8,
                                CONTAINER_IMAGE_AUTHORIZATION_CHECK_FAILED: 9,
                                ENCRYPTION_KEY_PERMISSION_DENIED: 10,
                                ENCRYPTION_KEY_CHECK_FAILED: 11,
                                SECRETS_ACCESS_CHECK_FAILED: 12,
                                WAITING_FOR_OPERATION: 13,
                                IMMEDIATE_RETRY: 14,
                                POSTPONED_RETRY: 15,
                                INTERNAL: 16,
                                VPC_NETWORK_NOT_FOUND: 17
                              }
                            },
                            RevisionReason: {
                              values: {
                                REVISION_REASON_UNDEFINED: 0,
                                PENDING: 1,
                                RESERVE: 2,
                                RETIRED: 3,
                                RETIRING: 4,
                                RECREATING: 5,
                                HEALTH_CHECK_CONTAINER_ERROR: 6,
                                CUSTOMIZED_PATH_RESPONSE_PENDING: 7,
                                MIN_INSTANCES_NOT_PROVISIONED: 8,
                                ACTIVE_REVISION_LIMIT_REACHED: 9,
                                NO_DEPLOYMENT: 10,
                                HEALTH_CHECK_SKIPPED: 11,
                                MIN_INSTANCES_WARMING: 12
                              }
                            },
                            ExecutionReason: {
                              values: {
                                EXECUTION_REASON_UNDEFINED: 0,
                                JOB_STATUS_SERVICE_POLLING_ERROR: 1,
                                NON_ZERO_EXIT_CODE: 2,
                                CANCELLED: 3,
                                CANCELLING: 4,
                                DELETED: 5,
                                DELAYED_START_PENDING: 6
                              }
                            }
                          }
                        },
                        ContainerStatus: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            imageDigest: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        Executions: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            GetExecution: {
                              requestType: "GetExecutionRequest",
                              responseType: "Execution",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/jobs/*/executions/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/jobs/*/executions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListExecutions: {
                              requestType: "ListExecutionsRequest",
                              responseType: "ListExecutionsResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*/jobs/*}/executions",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*/jobs/*}/executions"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            DeleteExecution: {
                              requestType: "DeleteExecutionRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/jobs/*/executions/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Execution",
                                "(google.longrunning.operation_info).metadata_type": "Execution"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/jobs/*/executions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Execution",
                                    metadata_type: "Execution"
                                  }
                                }
                              ]
                            },
                            CancelExecution: {
                              requestType: "CancelExecutionRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{name=projects/*/locations/*/jobs/*/executions/*}:cancel",
                                "(google.api.http).body": "*",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Execution",
                                "(google.longrunning.operation_info).metadata_type": "Execution"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{name=projects/*/locations/*/jobs/*/executions/*}:cancel",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Execution",
                                    metadata_type: "Execution"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        GetExecutionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Execution"
                              }
                            }
                          }
                        },
                        ListExecutionsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Execution"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListExecutionsResponse: {
                          fields: {
                            executions: {
                              rule: "repeated",
                              type: "Execution",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        DeleteExecutionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Execution"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2
                            },
                            etag: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        CancelExecutionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Execution"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2
                            },
                            etag: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        Execution: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Execution",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/jobs/{job}/executions/{execution}",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            uid: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            creator: {
                              type: "string",
                              id: 32,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            startTime: {
                              type: "google.protobuf.Timestamp",
                              id: 22,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            completionTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 11
                            },
                            job: {
                              type: "string",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Job"
                              }
                            },
                            parallelism: {
                              type: "int32",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            taskCount: {
                              type: "int32",
                              id: 14,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            template: {
                              type: "TaskTemplate",
                              id: 15,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            reconciling: {
                              type: "bool",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            runningCount: {
                              type: "int32",
                              id: 19,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            succeededCount: {
                              type: "int32",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            failedCount: {
                              type: "int32",
                              id: 21,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            cancelledCount: {
                              type: "int32",
                              id: 24,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            retriedCount: {
                              type: "int32",
                              id: 25,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            logUri: {
                              type: "string",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 27,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        TaskTemplate: {
                          oneofs: {
                            retries: {
                              oneof: [
                                "maxRetries"
                              ]
                            },
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 1
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            maxRetries: {
                              type: "int32",
                              id: 3
                            },
                            timeout: {
                              type: "google.protobuf.Duration",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceAccount: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            executionEnvironment: {
                              type: "ExecutionEnvironment",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKey: {
                              type: "string",
                              id: 7,
                              options: {
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            }
                          }
                        },
                        Container: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            image: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            sourceCode: {
                              type: "SourceCode",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            command: {
                              rule: "repeated",
                              type: "string",
                              id: 3
                            },
                            args: {
                              rule: "repeated",
                              type: "string",
                              id: 4
                            },
                            env: {
                              rule: "repeated",
                              type: "EnvVar",
                              id: 5
                            },
                            resources: {
                              type: "ResourceRequirements",
                              id: 6
                            },
                            ports: {
                              rule: "repeated",
                              type: "ContainerPort",
                              id: 7
                            },
                            volumeMounts: {
                              rule: "repeated",
                              type: "VolumeMount",
                              id: 8
                            },
                            workingDir: {
                              type: "string",
                              id: 9
                            },
                            livenessProbe: {
                              type: "Probe",
                              id: 10
                            },
                            startupProbe: {
                              type: "Probe",
                              id: 11
                            },
                            readinessProbe: {
                              type: "Probe",
                              id: 14
                            },
                            dependsOn: {
                              rule: "repeated",
                              type: "string",
                              id: 12
                            },
                            baseImageUri: {
                              type: "string",
                              id: 13
                            },
                            buildInfo: {
                              type: "BuildInfo",
                              id: 15,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        ResourceRequirements: {
                          fields: {
                            limits: {
                              keyType: "string",
                              type: "string",
                              id: 1
                            },
                            cpuIdle: {
                              type: "bool",
                              id: 2
                            },
                            startupCpuBoost: {
                              type: "bool",
                              id: 3
                            }
                          }
                        },
                        EnvVar: {
                          oneofs: {
                            values: {
                              oneof: [
                                "value",
                                "valueSource"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            value: {
                              type: "string",
                              id: 2
                            },
                            valueSource: {
                              type: "EnvVarSource",
                              id: 3
                            }
                          }
                        },
                        EnvVarSource: {
                          fields: {
                            secretKeyRef: {
                              type: "SecretKeySelector",
                              id: 1
                            }
                          }
                        },
                        SecretKeySelector: {
                          fields: {
                            secret: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "secretmanager.googleapis.com/Secret"
                              }
                            },
                            version: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
                              }
                            }
                          }
                        },
                        ContainerPort: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            containerPort: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        VolumeMount: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            mountPath: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            subPath: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        Volume: {
                          oneofs: {
                            volumeType: {
                              oneof: [
                                "secret",
                                "cloudSqlInstance",
                                "emptyDir",
                                "nfs",
                                "gcs"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            secret: {
                              type: "SecretVolumeSource",
                              id: 2
                            },
                            cloudSqlInstance: {
                              type: "CloudSqlInstance",
                              id: 3
                            },
                            emptyDir: {
                              type: "EmptyDirVolumeSource",
                              id: 4
                            },
                            nfs: {
                              type: "NFSVolumeSource",
                              id: 5
                            },
                            gcs: {
                              type: "GCSVolumeSource",
                              id: 6
                            }
                          }
                        },
                        SecretVolumeSource: {
                          fields: {
                            secret: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            items: {
                              rule: "repeated",
                              type: "VersionToPath",
                              id: 2
                            },
                            defaultMode: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        VersionToPath: {
                          fields: {
                            path: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            version: {
                              type: "string",
                              id: 2
                            },
                            mode: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        CloudSqlInstance: {
                          fields: {
                            instances: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        EmptyDirVolumeSource: {
                          fields: {
                            medium: {
                              type: "Medium",
                              id: 1
                            },
                            sizeLimit: {
                              type: "string",
                              id: 2
                            }
                          },
                          nested: {
                            Medium: {
                              values: {
                                MEDIUM_UNSPECIFIED: 0,
                                MEMORY: 1
                              }
                            }
                          }
                        },
                        NFSVolumeSource: {
                          fields: {
                            server: {
                              type: "string",
                              id: 1
                            },
                            path: {
                              type: "string",
                              id: 2
                            },
                            readOnly: {
                              type: "bool",
                              id: 3
                            }
                          }
                        },
                        GCSVolumeSource: {
                          fields: {
                            bucket: {
                              type: "string",
                              id: 1
                            },
                            readOnly: {
                              type: "bool",
                              id: 2
                            },
                            mountOptions: {
                              rule: "repeated",
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        Probe: {
                          oneofs: {
                            probeType: {
                              oneof: [
                                "httpGet",
                                "tcpSocket",
                                "grpc"
                              ]
                            }
                          },
                          fields: {
                            initialDelaySeconds: {
                              type: "int32",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            timeoutSeconds: {
                              type: "int32",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            periodSeconds: {
                              type: "int32",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            failureThreshold: {
                              type: "int32",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            httpGet: {
                              type: "HTTPGetAction",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            tcpSocket: {
                              type: "TCPSocketAction",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            grpc: {
                              type: "GRPCAction",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        HTTPGetAction: {
                          fields: {
                            path: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            httpHeaders: {
                              rule: "repeated",
                              type: "HTTPHeader",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            port: {
                              type: "int32",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        HTTPHeader: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            value: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        TCPSocketAction: {
                          fields: {
                            port: {
                              type: "int32",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        GRPCAction: {
                          fields: {
                            port: {
                              type: "int32",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            service: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        BuildInfo: {
                          fields: {
                            functionTarget: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            sourceLocation: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        SourceCode: {
                          oneofs: {
                            sourceType: {
                              oneof: [
                                "cloudStorageSource"
                              ]
                            }
                          },
                          fields: {
                            cloudStorageSource: {
                              type: "CloudStorageSource",
                              id: 1
                            }
                          },
                          nested: {
                            CloudStorageSource: {
                              fields: {
                                bucket: {
                                  type: "string",
                                  id: 1,
                                  options: {
                                    "(google.api.field_behavior)": "REQUIRED"
                                  }
                                },
                                object: {
                                  type: "string",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "REQUIRED"
                                  }
                                },
                                generation: {
                                  type: "int64",
                                  id: 3,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                }
                              }
                            }
                          }
                        },
                        VpcAccess: {
                          fields: {
                            connector: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.resource_reference).type": "vpcaccess.googleapis.com/Connector"
                              }
                            },
                            egress: {
                              type: "VpcEgress",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            networkInterfaces: {
                              rule: "repeated",
                              type: "NetworkInterface",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          },
                          nested: {
                            VpcEgress: {
                              values: {
                                VPC_EGRESS_UNSPECIFIED: 0,
                                ALL_TRAFFIC: 1,
                                PRIVATE_RANGES_ONLY: 2
                              }
                            },
                            NetworkInterface: {
                              fields: {
                                network: {
                                  type: "string",
                                  id: 1,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                subnetwork: {
                                  type: "string",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                tags: {
                                  rule: "repeated",
                                  type: "string",
                                  id: 3,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                }
                              }
                            }
                          }
                        },
                        BinaryAuthorization: {
                          oneofs: {
                            binauthzMethod: {
                              oneof: [
                                "useDefault",
                                "policy"
                              ]
                            }
                          },
                          fields: {
                            useDefault: {
                              type: "bool",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            policy: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                "(google.api.resource_reference).type": "binaryauthorization.googleapis.com/Policy"
                              }
                            },
                            breakglassJustification: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        RevisionScaling: {
                          fields: {
                            minInstanceCount: {
                              type: "int32",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            maxInstanceCount: {
                              type: "int32",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ServiceMesh: {
                          fields: {
                            mesh: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.resource_reference).type": "networkservices.googleapis.com/Mesh"
                              }
                            }
                          }
                        },
                        ServiceScaling: {
                          oneofs: {
                            _manualInstanceCount: {
                              oneof: [
                                "manualInstanceCount"
                              ]
                            }
                          },
                          fields: {
                            minInstanceCount: {
                              type: "int32",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            scalingMode: {
                              type: "ScalingMode",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            maxInstanceCount: {
                              type: "int32",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            manualInstanceCount: {
                              type: "int32",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            }
                          },
                          nested: {
                            ScalingMode: {
                              values: {
                                SCALING_MODE_UNSPECIFIED: 0,
                                AUTOMATIC: 1,
                                MANUAL: 2
                              }
                            }
                          }
                        },
                        WorkerPoolScaling: {
                          oneofs: {
                            _manualInstanceCount: {
                              oneof: [
                                "manualInstanceCount"
                              ]
                            }
                          },
                          fields: {
                            manualInstanceCount: {
                              type: "int32",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            }
                          }
                        },
                        NodeSelector: {
                          fields: {
                            accelerator: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            }
                          }
                        },
                        BuildConfig: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "cloudbuild.googleapis.com/Build"
                              }
                            },
                            sourceLocation: {
                              type: "string",
                              id: 2
                            },
                            functionTarget: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            imageUri: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            baseImage: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            enableAutomaticUpdates: {
                              type: "bool",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            workerPool: {
                              type: "string",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                "(google.api.resource_reference).type": "cloudbuild.googleapis.com/BuildWorkerPool"
                              }
                            },
                            environmentVariables: {
                              keyType: "string",
                              type: "string",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceAccount: {
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        IngressTraffic: {
                          values: {
                            INGRESS_TRAFFIC_UNSPECIFIED: 0,
                            INGRESS_TRAFFIC_ALL: 1,
                            INGRESS_TRAFFIC_INTERNAL_ONLY: 2,
                            INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER: 3,
                            INGRESS_TRAFFIC_NONE: 4
                          }
                        },
                        ExecutionEnvironment: {
                          values: {
                            EXECUTION_ENVIRONMENT_UNSPECIFIED: 0,
                            EXECUTION_ENVIRONMENT_GEN1: 1,
                            EXECUTION_ENVIRONMENT_GEN2: 2
                          }
                        },
                        EncryptionKeyRevocationAction: {
                          values: {
                            ENCRYPTION_KEY_REVOCATION_ACTION_UNSPECIFIED: 0,
                            PREVENT_NEW: 1,
                            SHUTDOWN: 2
                          }
                        },
                        ExecutionTemplate: {
                          fields: {
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 1
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 2
                            },
                            parallelism: {
                              type: "int32",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            taskCount: {
                              type: "int32",
                              id: 4
                            },
                            template: {
                              type: "TaskTemplate",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            }
                          }
                        },
                        Instances: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            CreateInstance: {
                              requestType: "CreateInstanceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{parent=projects/*/locations/*}/instances",
                                "(google.api.http).body": "instance",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent,instance",
                                "(google.longrunning.operation_info).response_type": "Instance",
                                "(google.longrunning.operation_info).metadata_type": "Instance"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{parent=projects/*/locations/*}/instances",
                                    body: "instance"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,instance"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Instance",
                                    metadata_type: "Instance"
                                  }
                                }
                              ]
                            },
                            DeleteInstance: {
                              requestType: "DeleteInstanceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/instances/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Instance",
                                "(google.longrunning.operation_info).metadata_type": "Instance"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/instances/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Instance",
                                    metadata_type: "Instance"
                                  }
                                }
                              ]
                            },
                            GetInstance: {
                              requestType: "GetInstanceRequest",
                              responseType: "Instance",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/instances/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/instances/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListInstances: {
                              requestType: "ListInstancesRequest",
                              responseType: "ListInstancesResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*}/instances",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*}/instances"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            StopInstance: {
                              requestType: "StopInstanceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{name=projects/*/locations/*/instances/*}:stop",
                                "(google.api.http).body": "*",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Instance",
                                "(google.longrunning.operation_info).metadata_type": "Instance"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{name=projects/*/locations/*/instances/*}:stop",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Instance",
                                    metadata_type: "Instance"
                                  }
                                }
                              ]
                            },
                            StartInstance: {
                              requestType: "StartInstanceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{name=projects/*/locations/*/instances/*}:start",
                                "(google.api.http).body": "*",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Instance",
                                "(google.longrunning.operation_info).metadata_type": "Instance"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{name=projects/*/locations/*/instances/*}:start",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Instance",
                                    metadata_type: "Instance"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        CreateInstanceRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Instance"
                              }
                            },
                            instance: {
                              type: "Instance",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            instanceId: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        GetInstanceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Instance"
                              }
                            }
                          }
                        },
                        DeleteInstanceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Instance"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListInstancesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Instance"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            pageToken: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListInstancesResponse: {
                          fields: {
                            instances: {
                              rule: "repeated",
                              type: "Instance",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        StopInstanceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Instance"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        StartInstanceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Instance"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        Instance: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Instance",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/instances/{instance}",
                            "(google.api.resource).plural": "instances",
                            "(google.api.resource).singular": "instance"
                          },
                          oneofs: {
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            description: {
                              type: "string",
                              id: 3
                            },
                            uid: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 6
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 7
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            creator: {
                              type: "string",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            lastModifier: {
                              type: "string",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            client: {
                              type: "string",
                              id: 14
                            },
                            clientVersion: {
                              type: "string",
                              id: 15
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 16
                            },
                            binaryAuthorization: {
                              type: "BinaryAuthorization",
                              id: 17
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceAccount: {
                              type: "string",
                              id: 19
                            },
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 21
                            },
                            encryptionKey: {
                              type: "string",
                              id: 22,
                              options: {
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            encryptionKeyRevocationAction: {
                              type: "EncryptionKeyRevocationAction",
                              id: 24
                            },
                            encryptionKeyShutdownDuration: {
                              type: "google.protobuf.Duration",
                              id: 25
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 27,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            },
                            ingress: {
                              type: "IngressTraffic",
                              id: 28,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            invokerIamDisabled: {
                              type: "bool",
                              id: 29,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            iapEnabled: {
                              type: "bool",
                              id: 30,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 40,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            logUri: {
                              type: "string",
                              id: 41,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            terminalCondition: {
                              type: "Condition",
                              id: 42,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 43,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            containerStatuses: {
                              rule: "repeated",
                              type: "ContainerStatus",
                              id: 44,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 46,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            urls: {
                              rule: "repeated",
                              type: "string",
                              id: 45,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            reconciling: {
                              type: "bool",
                              id: 98,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        InstanceSplit: {
                          fields: {
                            type: {
                              type: "InstanceSplitAllocationType",
                              id: 1
                            },
                            revision: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            percent: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        InstanceSplitStatus: {
                          fields: {
                            type: {
                              type: "InstanceSplitAllocationType",
                              id: 1
                            },
                            revision: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            percent: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        InstanceSplitAllocationType: {
                          values: {
                            INSTANCE_SPLIT_ALLOCATION_TYPE_UNSPECIFIED: 0,
                            INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST: 1,
                            INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION: 2
                          }
                        },
                        Jobs: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            CreateJob: {
                              requestType: "CreateJobRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{parent=projects/*/locations/*}/jobs",
                                "(google.api.http).body": "job",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent,job,job_id",
                                "(google.longrunning.operation_info).response_type": "Job",
                                "(google.longrunning.operation_info).metadata_type": "Job"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{parent=projects/*/locations/*}/jobs",
                                    body: "job"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,job,job_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Job",
                                    metadata_type: "Job"
                                  }
                                }
                              ]
                            },
                            GetJob: {
                              requestType: "GetJobRequest",
                              responseType: "Job",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/jobs/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/jobs/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListJobs: {
                              requestType: "ListJobsRequest",
                              responseType: "ListJobsResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*}/jobs",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*}/jobs"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            UpdateJob: {
                              requestType: "UpdateJobRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).patch": "/v2/{job.name=projects/*/locations/*/jobs/*}",
                                "(google.api.http).body": "job",
                                "(google.api.routing).routing_parameters.field": "job.name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "job",
                                "(google.longrunning.operation_info).response_type": "Job",
                                "(google.longrunning.operation_info).metadata_type": "Job"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v2/{job.name=projects/*/locations/*/jobs/*}",
                                    body: "job"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "job.name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "job"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Job",
                                    metadata_type: "Job"
                                  }
                                }
                              ]
                            },
                            DeleteJob: {
                              requestType: "DeleteJobRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/jobs/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Job",
                                "(google.longrunning.operation_info).metadata_type": "Job"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/jobs/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Job",
                                    metadata_type: "Job"
                                  }
                                }
                              ]
                            },
                            RunJob: {
                              requestType: "RunJobRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{name=projects/*/locations/*/jobs/*}:run",
                                "(google.api.http).body": "*",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Execution",
                                "(google.longrunning.operation_info).metadata_type": "Execution"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{name=projects/*/locations/*/jobs/*}:run",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Execution",
                                    metadata_type: "Execution"
                                  }
                                }
                              ]
                            },
                            GetIamPolicy: {
                              requestType: "google.iam.v1.GetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).get": "/v2/{resource=projects/*/locations/*/jobs/*}:getIamPolicy"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{resource=projects/*/locations/*/jobs/*}:getIamPolicy"
                                  }
                                }
                              ]
                            },
                            SetIamPolicy: {
                              requestType: "google.iam.v1.SetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/jobs/*}:setIamPolicy",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/jobs/*}:setIamPolicy",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            TestIamPermissions: {
                              requestType: "google.iam.v1.TestIamPermissionsRequest",
                              responseType: "google.iam.v1.TestIamPermissionsResponse",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/jobs/*}:testIamPermissions",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/jobs/*}:testIamPermissions",
                                    body: "*"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        CreateJobRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Job"
                              }
                            },
                            job: {
                              type: "Job",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            jobId: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        GetJobRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Job"
                              }
                            }
                          }
                        },
                        UpdateJobRequest: {
                          fields: {
                            job: {
                              type: "Job",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 3
                            },
                            allowMissing: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListJobsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Job"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListJobsResponse: {
                          fields: {
                            jobs: {
                              rule: "repeated",
                              type: "Job",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        DeleteJobRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Job"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 3
                            },
                            etag: {
                              type: "string",
                              id: 4
                            }
                          }
                        },
                        RunJobRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Job"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2
                            },
                            etag: {
                              type: "string",
                              id: 3
                            },
                            overrides: {
                              type: "Overrides",
                              id: 4
                            }
                          },
                          nested: {
                            Overrides: {
                              fields: {
                                containerOverrides: {
                                  rule: "repeated",
                                  type: "ContainerOverride",
                                  id: 1
                                },
                                taskCount: {
                                  type: "int32",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                timeout: {
                                  type: "google.protobuf.Duration",
                                  id: 4
                                }
                              },
                              nested: {
                                ContainerOverride: {
                                  fields: {
                                    name: {
                                      type: "string",
                                      id: 1
                                    },
                                    args: {
                                      rule: "repeated",
                                      type: "string",
                                      id: 2,
                                      options: {
                                        "(google.api.field_behavior)": "OPTIONAL"
                                      }
                                    },
                                    env: {
                                      rule: "repeated",
                                      type: "EnvVar",
                                      id: 3
                                    },
                                    clearArgs: {
                                      type: "bool",
                                      id: 4,
                                      options: {
                                        "(google.api.field_behavior)": "OPTIONAL"
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        },
                        Job: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Job",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/jobs/{job}",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          oneofs: {
                            createExecution: {
                              oneof: [
                                "startExecutionToken",
                                "runExecutionToken"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            uid: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 5
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            creator: {
                              type: "string",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            lastModifier: {
                              type: "string",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            client: {
                              type: "string",
                              id: 12
                            },
                            clientVersion: {
                              type: "string",
                              id: 13
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 14
                            },
                            binaryAuthorization: {
                              type: "BinaryAuthorization",
                              id: 15
                            },
                            template: {
                              type: "ExecutionTemplate",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            terminalCondition: {
                              type: "Condition",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 19,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            executionCount: {
                              type: "int32",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            latestCreatedExecution: {
                              type: "ExecutionReference",
                              id: 22,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            reconciling: {
                              type: "bool",
                              id: 23,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 25,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            startExecutionToken: {
                              type: "string",
                              id: 26
                            },
                            runExecutionToken: {
                              type: "string",
                              id: 27
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ExecutionReference: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.resource_reference).type": "run.googleapis.com/Execution"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 2
                            },
                            completionTime: {
                              type: "google.protobuf.Timestamp",
                              id: 3
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            completionStatus: {
                              type: "CompletionStatus",
                              id: 4
                            }
                          },
                          nested: {
                            CompletionStatus: {
                              values: {
                                COMPLETION_STATUS_UNSPECIFIED: 0,
                                EXECUTION_SUCCEEDED: 1,
                                EXECUTION_FAILED: 2,
                                EXECUTION_RUNNING: 3,
                                EXECUTION_PENDING: 4,
                                EXECUTION_CANCELLED: 5
                              }
                            }
                          }
                        },
                        Revisions: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            GetRevision: {
                              requestType: "GetRevisionRequest",
                              responseType: "Revision",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/services/*/revisions/*}",
                                "(google.api.http).additional_bindings.get": "/v2/{name=projects/*/locations/*/workerPools/*/revisions/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/services/*/revisions/*}",
                                    additional_bindings: {
                                      get: "/v2/{name=projects/*/locations/*/workerPools/*/revisions/*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListRevisions: {
                              requestType: "ListRevisionsRequest",
                              responseType: "ListRevisionsResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*/services/*}/revisions",
                                "(google.api.http).additional_bindings.get": "/v2/{parent=projects/*/locations/*/workerPools/*}/revisions",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*/services/*}/revisions",
                                    additional_bindings: {
                                      get: "/v2/{parent=projects/*/locations/*/workerPools/*}/revisions"
                                    }
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            DeleteRevision: {
                              requestType: "DeleteRevisionRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/services/*/revisions/*}",
                                "(google.api.http).additional_bindings.delete": "/v2/{name=projects/*/locations/*/workerPools/*/revisions/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Revision",
                                "(google.longrunning.operation_info).metadata_type": "Revision"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/services/*/revisions/*}",
                                    additional_bindings: {
                                      delete: "/v2/{name=projects/*/locations/*/workerPools/*/revisions/*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Revision",
                                    metadata_type: "Revision"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        GetRevisionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            }
                          }
                        },
                        ListRevisionsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Revision"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListRevisionsResponse: {
                          fields: {
                            revisions: {
                              rule: "repeated",
                              type: "Revision",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        DeleteRevisionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2
                            },
                            etag: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        Revision: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Revision",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/services/{service}/revisions/{revision}",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          oneofs: {
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            uid: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 10
                            },
                            service: {
                              type: "string",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Service"
                              }
                            },
                            scaling: {
                              type: "RevisionScaling",
                              id: 12
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 13
                            },
                            maxInstanceRequestConcurrency: {
                              type: "int32",
                              id: 34
                            },
                            timeout: {
                              type: "google.protobuf.Duration",
                              id: 15
                            },
                            serviceAccount: {
                              type: "string",
                              id: 16
                            },
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 17
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 18
                            },
                            executionEnvironment: {
                              type: "ExecutionEnvironment",
                              id: 20
                            },
                            encryptionKey: {
                              type: "string",
                              id: 21,
                              options: {
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            serviceMesh: {
                              type: "ServiceMesh",
                              id: 22
                            },
                            encryptionKeyRevocationAction: {
                              type: "EncryptionKeyRevocationAction",
                              id: 23
                            },
                            encryptionKeyShutdownDuration: {
                              type: "google.protobuf.Duration",
                              id: 24
                            },
                            reconciling: {
                              type: "bool",
                              id: 30,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 31,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 32,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            logUri: {
                              type: "string",
                              id: 33,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 37,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            sessionAffinity: {
                              type: "bool",
                              id: 38
                            },
                            scalingStatus: {
                              type: "RevisionScalingStatus",
                              id: 39,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 40
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 48,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                proto3_optional: true
                              }
                            },
                            creator: {
                              type: "string",
                              id: 49,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        RevisionScalingStatus: {
                          fields: {
                            desiredMinInstanceCount: {
                              type: "int32",
                              id: 1
                            }
                          }
                        },
                        RevisionTemplate: {
                          oneofs: {
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            revision: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            scaling: {
                              type: "RevisionScaling",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            timeout: {
                              type: "google.protobuf.Duration",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceAccount: {
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 10
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            executionEnvironment: {
                              type: "ExecutionEnvironment",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKey: {
                              type: "string",
                              id: 14,
                              options: {
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            maxInstanceRequestConcurrency: {
                              type: "int32",
                              id: 15,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceMesh: {
                              type: "ServiceMesh",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKeyRevocationAction: {
                              type: "EncryptionKeyRevocationAction",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKeyShutdownDuration: {
                              type: "google.protobuf.Duration",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            sessionAffinity: {
                              type: "bool",
                              id: 19,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            healthCheckDisabled: {
                              type: "bool",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 21,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 24,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            }
                          }
                        },
                        Services: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            CreateService: {
                              requestType: "CreateServiceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{parent=projects/*/locations/*}/services",
                                "(google.api.http).body": "service",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent,service,service_id",
                                "(google.longrunning.operation_info).response_type": "Service",
                                "(google.longrunning.operation_info).metadata_type": "Service"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{parent=projects/*/locations/*}/services",
                                    body: "service"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,service,service_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Service",
                                    metadata_type: "Service"
                                  }
                                }
                              ]
                            },
                            GetService: {
                              requestType: "GetServiceRequest",
                              responseType: "Service",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/services/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/services/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListServices: {
                              requestType: "ListServicesRequest",
                              responseType: "ListServicesResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*}/services",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*}/services"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            UpdateService: {
                              requestType: "UpdateServiceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).patch": "/v2/{service.name=projects/*/locations/*/services/*}",
                                "(google.api.http).body": "service",
                                "(google.api.routing).routing_parameters.field": "service.name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "service,update_mask",
                                "(google.longrunning.operation_info).response_type": "Service",
                                "(google.longrunning.operation_info).metadata_type": "Service"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v2/{service.name=projects/*/locations/*/services/*}",
                                    body: "service"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "service.name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "service"
                                },
                                {
                                  "(google.api.method_signature)": "service,update_mask"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Service",
                                    metadata_type: "Service"
                                  }
                                }
                              ]
                            },
                            DeleteService: {
                              requestType: "DeleteServiceRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/services/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "Service",
                                "(google.longrunning.operation_info).metadata_type": "Service"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/services/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "Service",
                                    metadata_type: "Service"
                                  }
                                }
                              ]
                            },
                            GetIamPolicy: {
                              requestType: "google.iam.v1.GetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).get": "/v2/{resource=projects/*/locations/*/services/*}:getIamPolicy"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{resource=projects/*/locations/*/services/*}:getIamPolicy"
                                  }
                                }
                              ]
                            },
                            SetIamPolicy: {
                              requestType: "google.iam.v1.SetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/services/*}:setIamPolicy",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/services/*}:setIamPolicy",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            TestIamPermissions: {
                              requestType: "google.iam.v1.TestIamPermissionsRequest",
                              responseType: "google.iam.v1.TestIamPermissionsResponse",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/services/*}:testIamPermissions",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/services/*}:testIamPermissions",
                                    body: "*"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        CreateServiceRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Service"
                              }
                            },
                            service: {
                              type: "Service",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            serviceId: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        UpdateServiceRequest: {
                          fields: {
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            service: {
                              type: "Service",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 3
                            },
                            allowMissing: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListServicesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Service"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListServicesResponse: {
                          fields: {
                            services: {
                              rule: "repeated",
                              type: "Service",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            },
                            unreachable: {
                              rule: "repeated",
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        GetServiceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Service"
                              }
                            }
                          }
                        },
                        DeleteServiceRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Service"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2
                            },
                            etag: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        Service: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Service",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/services/{service}",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "IDENTIFIER"
                              }
                            },
                            description: {
                              type: "string",
                              id: 2
                            },
                            uid: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            creator: {
                              type: "string",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            lastModifier: {
                              type: "string",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            client: {
                              type: "string",
                              id: 13
                            },
                            clientVersion: {
                              type: "string",
                              id: 14
                            },
                            ingress: {
                              type: "IngressTraffic",
                              id: 15,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            binaryAuthorization: {
                              type: "BinaryAuthorization",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            template: {
                              type: "RevisionTemplate",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            traffic: {
                              rule: "repeated",
                              type: "TrafficTarget",
                              id: 19,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            scaling: {
                              type: "ServiceScaling",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            invokerIamDisabled: {
                              type: "bool",
                              id: 21,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            defaultUriDisabled: {
                              type: "bool",
                              id: 22,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            urls: {
                              rule: "repeated",
                              type: "string",
                              id: 24,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            iapEnabled: {
                              type: "bool",
                              id: 25,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            multiRegionSettings: {
                              type: "MultiRegionSettings",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            customAudiences: {
                              rule: "repeated",
                              type: "string",
                              id: 37
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 30,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            terminalCondition: {
                              type: "Condition",
                              id: 31,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 32,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            latestReadyRevision: {
                              type: "string",
                              id: 33,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            latestCreatedRevision: {
                              type: "string",
                              id: 34,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            trafficStatuses: {
                              rule: "repeated",
                              type: "TrafficTargetStatus",
                              id: 35,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            uri: {
                              type: "string",
                              id: 36,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 38,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            threatDetectionEnabled: {
                              type: "bool",
                              id: 40,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            buildConfig: {
                              type: "BuildConfig",
                              id: 41,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            reconciling: {
                              type: "bool",
                              id: 98,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          },
                          nested: {
                            MultiRegionSettings: {
                              fields: {
                                regions: {
                                  rule: "repeated",
                                  type: "string",
                                  id: 1,
                                  options: {
                                    "(google.api.field_behavior)": "REQUIRED"
                                  }
                                },
                                multiRegionId: {
                                  type: "string",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                }
                              }
                            }
                          }
                        },
                        TrafficTarget: {
                          fields: {
                            type: {
                              type: "TrafficTargetAllocationType",
                              id: 1
                            },
                            revision: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            percent: {
                              type: "int32",
                              id: 3
                            },
                            tag: {
                              type: "string",
                              id: 4
                            }
                          }
                        },
                        TrafficTargetStatus: {
                          fields: {
                            type: {
                              type: "TrafficTargetAllocationType",
                              id: 1
                            },
                            revision: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            percent: {
                              type: "int32",
                              id: 3
                            },
                            tag: {
                              type: "string",
                              id: 4
                            },
                            uri: {
                              type: "string",
                              id: 5
                            }
                          }
                        },
                        TrafficTargetAllocationType: {
                          values: {
                            TRAFFIC_TARGET_ALLOCATION_TYPE_UNSPECIFIED: 0,
                            TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST: 1,
                            TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION: 2
                          }
                        },
                        Tasks: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            GetTask: {
                              requestType: "GetTaskRequest",
                              responseType: "Task",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/jobs/*/executions/*/tasks/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/jobs/*/executions/*/tasks/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListTasks: {
                              requestType: "ListTasksRequest",
                              responseType: "ListTasksResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*/jobs/*/executions/*}/tasks",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*/jobs/*/executions/*}/tasks"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            }
                          }
                        },
                        GetTaskRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/Task"
                              }
                            }
                          }
                        },
                        ListTasksRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/Task"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListTasksResponse: {
                          fields: {
                            tasks: {
                              rule: "repeated",
                              type: "Task",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        Task: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/Task",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/jobs/{job}/executions/{execution}/tasks/{task}",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          oneofs: {
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            uid: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            scheduledTime: {
                              type: "google.protobuf.Timestamp",
                              id: 34,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            startTime: {
                              type: "google.protobuf.Timestamp",
                              id: 27,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            completionTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            job: {
                              type: "string",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Job"
                              }
                            },
                            execution: {
                              type: "string",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Execution"
                              }
                            },
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 14
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 15
                            },
                            maxRetries: {
                              type: "int32",
                              id: 16
                            },
                            timeout: {
                              type: "google.protobuf.Duration",
                              id: 17
                            },
                            serviceAccount: {
                              type: "string",
                              id: 18
                            },
                            executionEnvironment: {
                              type: "ExecutionEnvironment",
                              id: 20
                            },
                            reconciling: {
                              type: "bool",
                              id: 21,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 22,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 23,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            index: {
                              type: "int32",
                              id: 24,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            retried: {
                              type: "int32",
                              id: 25,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            lastAttemptResult: {
                              type: "TaskAttemptResult",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            encryptionKey: {
                              type: "string",
                              id: 28,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 29,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            logUri: {
                              type: "string",
                              id: 32,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 33,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 36,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 37,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                proto3_optional: true
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        TaskAttemptResult: {
                          fields: {
                            status: {
                              type: "google.rpc.Status",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            exitCode: {
                              type: "int32",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            termSignal: {
                              type: "int32",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        WorkerPools: {
                          options: {
                            "(google.api.default_host)": "run.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform"
                          },
                          methods: {
                            CreateWorkerPool: {
                              requestType: "CreateWorkerPoolRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v2/{parent=projects/*/locations/*}/workerPools",
                                "(google.api.http).body": "worker_pool",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent,worker_pool,worker_pool_id",
                                "(google.longrunning.operation_info).response_type": "WorkerPool",
                                "(google.longrunning.operation_info).metadata_type": "WorkerPool"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{parent=projects/*/locations/*}/workerPools",
                                    body: "worker_pool"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,worker_pool,worker_pool_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "WorkerPool",
                                    metadata_type: "WorkerPool"
                                  }
                                }
                              ]
                            },
                            GetWorkerPool: {
                              requestType: "GetWorkerPoolRequest",
                              responseType: "WorkerPool",
                              options: {
                                "(google.api.http).get": "/v2/{name=projects/*/locations/*/workerPools/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{name=projects/*/locations/*/workerPools/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListWorkerPools: {
                              requestType: "ListWorkerPoolsRequest",
                              responseType: "ListWorkerPoolsResponse",
                              options: {
                                "(google.api.http).get": "/v2/{parent=projects/*/locations/*}/workerPools",
                                "(google.api.routing).routing_parameters.field": "parent",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{parent=projects/*/locations/*}/workerPools"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "parent",
                                      path_template: "projects/*/locations/{location=*}"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            UpdateWorkerPool: {
                              requestType: "UpdateWorkerPoolRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).patch": "/v2/{worker_pool.name=projects/*/locations/*/workerPools/*}",
                                "(google.api.http).body": "worker_pool",
                                "(google.api.routing).routing_parameters.field": "worker_pool.name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "worker_pool,update_mask",
                                "(google.longrunning.operation_info).response_type": "WorkerPool",
                                "(google.longrunning.operation_info).metadata_type": "WorkerPool"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v2/{worker_pool.name=projects/*/locations/*/workerPools/*}",
                                    body: "worker_pool"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "worker_pool.name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "worker_pool"
                                },
                                {
                                  "(google.api.method_signature)": "worker_pool,update_mask"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "WorkerPool",
                                    metadata_type: "WorkerPool"
                                  }
                                }
                              ]
                            },
                            DeleteWorkerPool: {
                              requestType: "DeleteWorkerPoolRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v2/{name=projects/*/locations/*/workerPools/*}",
                                "(google.api.routing).routing_parameters.field": "name",
                                "(google.api.routing).routing_parameters.path_template": "projects/*/locations/{location=*}/**",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "WorkerPool",
                                "(google.longrunning.operation_info).metadata_type": "WorkerPool"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v2/{name=projects/*/locations/*/workerPools/*}"
                                  }
                                },
                                {
                                  "(google.api.routing)": {
                                    routing_parameters: {
                                      field: "name",
                                      path_template: "projects/*/locations/{location=*}/**"
                                    }
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "WorkerPool",
                                    metadata_type: "WorkerPool"
                                  }
                                }
                              ]
                            },
                            GetIamPolicy: {
                              requestType: "google.iam.v1.GetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).get": "/v2/{resource=projects/*/locations/*/workerPools/*}:getIamPolicy"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v2/{resource=projects/*/locations/*/workerPools/*}:getIamPolicy"
                                  }
                                }
                              ]
                            },
                            SetIamPolicy: {
                              requestType: "google.iam.v1.SetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/workerPools/*}:setIamPolicy",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/workerPools/*}:setIamPolicy",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            TestIamPermissions: {
                              requestType: "google.iam.v1.TestIamPermissionsRequest",
                              responseType: "google.iam.v1.TestIamPermissionsResponse",
                              options: {
                                "(google.api.http).post": "/v2/{resource=projects/*/locations/*/workerPools/*}:testIamPermissions",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v2/{resource=projects/*/locations/*/workerPools/*}:testIamPermissions",
                                    body: "*"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        CreateWorkerPoolRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/WorkerPool"
                              }
                            },
                            workerPool: {
                              type: "WorkerPool",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            workerPoolId: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        UpdateWorkerPoolRequest: {
                          fields: {
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            workerPool: {
                              type: "WorkerPool",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            allowMissing: {
                              type: "bool",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            forceNewRevision: {
                              type: "bool",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListWorkerPoolsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "run.googleapis.com/WorkerPool"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            showDeleted: {
                              type: "bool",
                              id: 4
                            }
                          }
                        },
                        ListWorkerPoolsResponse: {
                          fields: {
                            workerPools: {
                              rule: "repeated",
                              type: "WorkerPool",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetWorkerPoolRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/WorkerPool"
                              }
                            }
                          }
                        },
                        DeleteWorkerPoolRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "run.googleapis.com/WorkerPool"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        WorkerPool: {
                          options: {
                            "(google.api.resource).type": "run.googleapis.com/WorkerPool",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/workerPools/{worker_pool}",
                            "(google.api.resource).plural": "workerPools",
                            "(google.api.resource).singular": "workerPool",
                            "(google.api.resource).style": "DECLARATIVE_FRIENDLY"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            description: {
                              type: "string",
                              id: 2
                            },
                            uid: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            generation: {
                              type: "int64",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            deleteTime: {
                              type: "google.protobuf.Timestamp",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            expireTime: {
                              type: "google.protobuf.Timestamp",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            creator: {
                              type: "string",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            lastModifier: {
                              type: "string",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            client: {
                              type: "string",
                              id: 13
                            },
                            clientVersion: {
                              type: "string",
                              id: 14
                            },
                            launchStage: {
                              type: "google.api.LaunchStage",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            binaryAuthorization: {
                              type: "BinaryAuthorization",
                              id: 17,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            template: {
                              type: "WorkerPoolRevisionTemplate",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            instanceSplits: {
                              rule: "repeated",
                              type: "InstanceSplit",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            scaling: {
                              type: "WorkerPoolScaling",
                              id: 20,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            observedGeneration: {
                              type: "int64",
                              id: 30,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            terminalCondition: {
                              type: "Condition",
                              id: 31,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            conditions: {
                              rule: "repeated",
                              type: "Condition",
                              id: 32,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            latestReadyRevision: {
                              type: "string",
                              id: 33,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            latestCreatedRevision: {
                              type: "string",
                              id: 34,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            instanceSplitStatuses: {
                              rule: "repeated",
                              type: "InstanceSplitStatus",
                              id: 27,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            threatDetectionEnabled: {
                              type: "bool",
                              id: 28,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            customAudiences: {
                              rule: "repeated",
                              type: "string",
                              id: 37,
                              options: {
                                deprecated: true
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 38,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            reconciling: {
                              type: "bool",
                              id: 98,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            etag: {
                              type: "string",
                              id: 99,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        WorkerPoolRevisionTemplate: {
                          oneofs: {
                            _gpuZonalRedundancyDisabled: {
                              oneof: [
                                "gpuZonalRedundancyDisabled"
                              ]
                            }
                          },
                          fields: {
                            revision: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                "(google.api.resource_reference).type": "run.googleapis.com/Revision"
                              }
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            vpcAccess: {
                              type: "VpcAccess",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            serviceAccount: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            containers: {
                              rule: "repeated",
                              type: "Container",
                              id: 6
                            },
                            volumes: {
                              rule: "repeated",
                              type: "Volume",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKey: {
                              type: "string",
                              id: 8,
                              options: {
                                "(google.api.resource_reference).type": "cloudkms.googleapis.com/CryptoKey"
                              }
                            },
                            serviceMesh: {
                              type: "ServiceMesh",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKeyRevocationAction: {
                              type: "EncryptionKeyRevocationAction",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            encryptionKeyShutdownDuration: {
                              type: "google.protobuf.Duration",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            nodeSelector: {
                              type: "NodeSelector",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            gpuZonalRedundancyDisabled: {
                              type: "bool",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL",
                                proto3_optional: true
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            api: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/api/annotations;annotations",
                java_multiple_files: true,
                java_outer_classname: "RoutingProto",
                java_package: "com.google.api",
                objc_class_prefix: "GAPI"
              },
              nested: {
                http: {
                  type: "HttpRule",
                  id: 72295728,
                  extend: "google.protobuf.MethodOptions"
                },
                Http: {
                  fields: {
                    rules: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 1
                    },
                    fullyDecodeReservedExpansion: {
                      type: "bool",
                      id: 2
                    }
                  }
                },
                HttpRule: {
                  oneofs: {
                    pattern: {
                      oneof: [
                        "get",
                        "put",
                        "post",
                        "delete",
                        "patch",
                        "custom"
                      ]
                    }
                  },
                  fields: {
                    selector: {
                      type: "string",
                      id: 1
                    },
                    get: {
                      type: "string",
                      id: 2
                    },
                    put: {
                      type: "string",
                      id: 3
                    },
                    post: {
                      type: "string",
                      id: 4
                    },
                    delete: {
                      type: "string",
                      id: 5
                    },
                    patch: {
                      type: "string",
                      id: 6
                    },
                    custom: {
                      type: "CustomHttpPattern",
                      id: 8
                    },
                    body: {
                      type: "string",
                      id: 7
                    },
                    responseBody: {
                      type: "string",
                      id: 12
                    },
                    additionalBindings: {
                      rule: "repeated",
                      type: "HttpRule",
                      id: 11
                    }
                  }
                },
                CustomHttpPattern: {
                  fields: {
                    kind: {
                      type: "string",
                      id: 1
                    },
                    path: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                methodSignature: {
                  rule: "repeated",
                  type: "string",
                  id: 1051,
                  extend: "google.protobuf.MethodOptions"
                },
                defaultHost: {
                  type: "string",
                  id: 1049,
                  extend: "google.protobuf.ServiceOptions"
                },
                oauthScopes: {
                  type: "string",
                  id: 1050,
                  extend: "google.protobuf.ServiceOptions"
                },
                apiVersion: {
                  type: "string",
                  id: 525000001,
                  extend: "google.protobuf.ServiceOptions"
                },
                CommonLanguageSettings: {
                  fields: {
                    referenceDocsUri: {
                      type: "string",
                      id: 1,
                      options: {
                        deprecated: true
                      }
                    },
                    destinations: {
                      rule: "repeated",
                      type: "ClientLibraryDestination",
                      id: 2
                    },
                    selectiveGapicGeneration: {
                      type: "SelectiveGapicGeneration",
                      id: 3
                    }
                  }
                },
                ClientLibrarySettings: {
                  fields: {
                    version: {
                      type: "string",
                      id: 1
                    },
                    launchStage: {
                      type: "LaunchStage",
                      id: 2
                    },
                    restNumericEnums: {
                      type: "bool",
                      id: 3
                    },
                    javaSettings: {
                      type: "JavaSettings",
                      id: 21
                    },
                    cppSettings: {
                      type: "CppSettings",
                      id: 22
                    },
                    phpSettings: {
                      type: "PhpSettings",
                      id: 23
                    },
                    pythonSettings: {
                      type: "PythonSettings",
                      id: 24
                    },
                    nodeSettings: {
                      type: "NodeSettings",
                      id: 25
                    },
                    dotnetSettings: {
                      type: "DotnetSettings",
                      id: 26
                    },
                    rubySettings: {
                      type: "RubySettings",
                      id: 27
                    },
                    goSettings: {
                      type: "GoSettings",
                      id: 28
                    }
                  }
                },
                Publishing: {
                  fields: {
                    methodSettings: {
                      rule: "repeated",
                      type: "MethodSettings",
                      id: 2
                    },
                    newIssueUri: {
                      type: "string",
                      id: 101
                    },
                    documentationUri: {
                      type: "string",
                      id: 102
                    },
                    apiShortName: {
                      type: "string",
                      id: 103
                    },
                    githubLabel: {
                      type: "string",
                      id: 104
                    },
                    codeownerGithubTeams: {
                      rule: "repeated",
                      type: "string",
                      id: 105
                    },
                    docTagPrefix: {
                      type: "string",
                      id: 106
                    },
                    organization: {
                      type: "ClientLibraryOrganization",
                      id: 107
                    },
                    librarySettings: {
                      rule: "repeated",
                      type: "ClientLibrarySettings",
                      id: 109
                    },
                    protoReferenceDocumentationUri: {
                      type: "string",
                      id: 110
                    },
                    restReferenceDocumentationUri: {
                      type: "string",
                      id: 111
                    }
                  }
                },
                JavaSettings: {
                  fields: {
                    libraryPackage: {
                      type: "string",
                      id: 1
                    },
                    serviceClassNames: {
                      keyType: "string",
                      type: "string",
                      id: 2
                    },
                    common: {
                      type: "CommonLanguageSettings",
                      id: 3
                    }
                  }
                },
                CppSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    }
                  }
                },
                PhpSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    },
                    libraryPackage: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                PythonSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    },
                    experimentalFeatures: {
                      type: "ExperimentalFeatures",
                      id: 2
                    }
                  },
                  nested: {
                    ExperimentalFeatures: {
                      fields: {
                        restAsyncIoEnabled: {
                          type: "bool",
                          id: 1
                        },
                        protobufPythonicTypesEnabled: {
                          type: "bool",
                          id: 2
                        },
                        unversionedPackageDisabled: {
                          type: "bool",
                          id: 3
                        }
                      }
                    }
                  }
                },
                NodeSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    }
                  }
                },
                DotnetSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    },
                    renamedServices: {
                      keyType: "string",
                      type: "string",
                      id: 2
                    },
                    renamedResources: {
                      keyType: "string",
                      type: "string",
                      id: 3
                    },
                    ignoredResources: {
                      rule: "repeated",
                      type: "string",
                      id: 4
                    },
                    forcedNamespaceAliases: {
                      rule: "repeated",
                      type: "string",
                      id: 5
                    },
                    handwrittenSignatures: {
                      rule: "repeated",
                      type: "string",
                      id: 6
                    }
                  }
                },
                RubySettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    }
                  }
                },
                GoSettings: {
                  fields: {
                    common: {
                      type: "CommonLanguageSettings",
                      id: 1
                    },
                    renamedServices: {
                      keyType: "string",
                      type: "string",
                      id: 2
                    }
                  }
                },
                MethodSettings: {
                  fields: {
                    selector: {
                      type: "string",
                      id: 1
                    },
                    longRunning: {
                      type: "LongRunning",
                      id: 2
                    },
                    autoPopulatedFields: {
                      rule: "repeated",
                      type: "string",
                      id: 3
                    },
                    batching: {
                      type: "BatchingConfigProto",
                      id: 4
                    }
                  },
                  nested: {
                    LongRunning: {
                      fields: {
                        initialPollDelay: {
                          type: "google.protobuf.Duration",
                          id: 1
                        },
                        pollDelayMultiplier: {
                          type: "float",
                          id: 2
                        },
                        maxPollDelay: {
                          type: "google.protobuf.Duration",
                          id: 3
                        },
                        totalPollTimeout: {
                          type: "google.protobuf.Duration",
                          id: 4
                        }
                      }
                    }
                  }
                },
                ClientLibraryOrganization: {
                  values: {
                    CLIENT_LIBRARY_ORGANIZATION_UNSPECIFIED: 0,
                    CLOUD: 1,
                    ADS: 2,
                    PHOTOS: 3,
                    STREET_VIEW: 4,
                    SHOPPING: 5,
                    GEO: 6,
                    GENERATIVE_AI: 7
                  }
                },
                ClientLibraryDestination: {
                  values: {
                    CLIENT_LIBRARY_DESTINATION_UNSPECIFIED: 0,
                    GITHUB: 10,
                    PACKAGE_MANAGER: 20
                  }
                },
                SelectiveGapicGeneration: {
                  fields: {
                    methods: {
                      rule: "repeated",
                      type: "string",
                      id: 1
                    },
                    generateOmittedAsInternal: {
                      type: "bool",
                      id: 2
                    }
                  }
                },
                BatchingConfigProto: {
                  fields: {
                    thresholds: {
                      type: "BatchingSettingsProto",
                      id: 1
                    },
                    batchDescriptor: {
                      type: "BatchingDescriptorProto",
                      id: 2
                    }
                  }
                },
                BatchingSettingsProto: {
                  fields: {
                    elementCountThreshold: {
                      type: "int32",
                      id: 1
                    },
                    requestByteThreshold: {
                      type: "int64",
                      id: 2
                    },
                    delayThreshold: {
                      type: "google.protobuf.Duration",
                      id: 3
                    },
                    elementCountLimit: {
                      type: "int32",
                      id: 4
                    },
                    requestByteLimit: {
                      type: "int32",
                      id: 5
                    },
                    flowControlElementLimit: {
                      type: "int32",
                      id: 6
                    },
                    flowControlByteLimit: {
                      type: "int32",
                      id: 7
                    },
                    flowControlLimitExceededBehavior: {
                      type: "FlowControlLimitExceededBehaviorProto",
                      id: 8
                    }
                  }
                },
                FlowControlLimitExceededBehaviorProto: {
                  values: {
                    UNSET_BEHAVIOR: 0,
                    THROW_EXCEPTION: 1,
                    BLOCK: 2,
                    IGNORE: 3
                  }
                },
                BatchingDescriptorProto: {
                  fields: {
                    batchedField: {
                      type: "string",
                      id: 1
                    },
                    discriminatorFields: {
                      rule: "repeated",
                      type: "string",
                      id: 2
                    },
                    subresponseField: {
                      type: "string",
                      id: 3
                    }
                  }
                },
                LaunchStage: {
                  values: {
                    LAUNCH_STAGE_UNSPECIFIED: 0,
                    UNIMPLEMENTED: 6,
                    PRELAUNCH: 7,
                    EARLY_ACCESS: 1,
                    ALPHA: 2,
                    BETA: 3,
                    GA: 4,
                    DEPRECATED: 5
                  }
                },
                fieldBehavior: {
                  rule: "repeated",
                  type: "google.api.FieldBehavior",
                  id: 1052,
                  extend: "google.protobuf.FieldOptions",
                  options: {
                    packed: false
                  }
                },
                FieldBehavior: {
                  values: {
                    FIELD_BEHAVIOR_UNSPECIFIED: 0,
                    OPTIONAL: 1,
                    REQUIRED: 2,
                    OUTPUT_ONLY: 3,
                    INPUT_ONLY: 4,
                    IMMUTABLE: 5,
                    UNORDERED_LIST: 6,
                    NON_EMPTY_DEFAULT: 7,
                    IDENTIFIER: 8
                  }
                },
                resourceReference: {
                  type: "google.api.ResourceReference",
                  id: 1055,
                  extend: "google.protobuf.FieldOptions"
                },
                resourceDefinition: {
                  rule: "repeated",
                  type: "google.api.ResourceDescriptor",
                  id: 1053,
                  extend: "google.protobuf.FileOptions"
                },
                resource: {
                  type: "google.api.ResourceDescriptor",
                  id: 1053,
                  extend: "google.protobuf.MessageOptions"
                },
                ResourceDescriptor: {
                  fields: {
                    type: {
                      type: "string",
                      id: 1
                    },
                    pattern: {
                      rule: "repeated",
                      type: "string",
                      id: 2
                    },
                    nameField: {
                      type: "string",
                      id: 3
                    },
                    history: {
                      type: "History",
                      id: 4
                    },
                    plural: {
                      type: "string",
                      id: 5
                    },
                    singular: {
                      type: "string",
                      id: 6
                    },
                    style: {
                      rule: "repeated",
                      type: "Style",
                      id: 10
                    }
                  },
                  nested: {
                    History: {
                      values: {
                        HISTORY_UNSPECIFIED: 0,
                        ORIGINALLY_SINGLE_PATTERN: 1,
                        FUTURE_MULTI_PATTERN: 2
                      }
                    },
                    Style: {
                      values: {
                        STYLE_UNSPECIFIED: 0,
                        DECLARATIVE_FRIENDLY: 1
                      }
                    }
                  }
                },
                ResourceReference: {
                  fields: {
                    type: {
                      type: "string",
                      id: 1
                    },
                    childType: {
                      type: "string",
                      id: 2
                    }
                  }
                },
                routing: {
                  type: "google.api.RoutingRule",
                  id: 72295729,
                  extend: "google.protobuf.MethodOptions"
                },
                RoutingRule: {
                  fields: {
                    routingParameters: {
                      rule: "repeated",
                      type: "RoutingParameter",
                      id: 2
                    }
                  }
                },
                RoutingParameter: {
                  fields: {
                    field: {
                      type: "string",
                      id: 1
                    },
                    pathTemplate: {
                      type: "string",
                      id: 2
                    }
                  }
                }
              }
            },
            protobuf: {
              options: {
                go_package: "google.golang.org/protobuf/types/descriptorpb",
                java_package: "com.google.protobuf",
                java_outer_classname: "DescriptorProtos",
                csharp_namespace: "Google.Protobuf.Reflection",
                objc_class_prefix: "GPB",
                cc_enable_arenas: true,
                optimize_for: "SPEED"
              },
              nested: {
                FileDescriptorSet: {
                  edition: "proto2",
                  fields: {
                    file: {
                      rule: "repeated",
                      type: "FileDescriptorProto",
                      id: 1
                    }
                  },
                  extensions: [
                    [
                      536e6,
                      536e6
                    ]
                  ]
                },
                Edition: {
                  edition: "proto2",
                  values: {
                    EDITION_UNKNOWN: 0,
                    EDITION_LEGACY: 900,
                    EDITION_PROTO2: 998,
                    EDITION_PROTO3: 999,
                    EDITION_2023: 1e3,
                    EDITION_2024: 1001,
                    EDITION_2026: 1002,
                    EDITION_UNSTABLE: 9999,
                    EDITION_1_TEST_ONLY: 1,
                    EDITION_2_TEST_ONLY: 2,
                    EDITION_99997_TEST_ONLY: 99997,
                    EDITION_99998_TEST_ONLY: 99998,
                    EDITION_99999_TEST_ONLY: 99999,
                    EDITION_MAX: 2147483647
                  }
                },
                FileDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    package: {
                      type: "string",
                      id: 2
                    },
                    dependency: {
                      rule: "repeated",
                      type: "string",
                      id: 3
                    },
                    publicDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 10
                    },
                    weakDependency: {
                      rule: "repeated",
                      type: "int32",
                      id: 11
                    },
                    optionDependency: {
                      rule: "repeated",
                      type: "string",
                      id: 15
                    },
                    messageType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 4
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 5
                    },
                    service: {
                      rule: "repeated",
                      type: "ServiceDescriptorProto",
                      id: 6
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 7
                    },
                    options: {
                      type: "FileOptions",
                      id: 8
                    },
                    sourceCodeInfo: {
                      type: "SourceCodeInfo",
                      id: 9
                    },
                    syntax: {
                      type: "string",
                      id: 12
                    },
                    edition: {
                      type: "Edition",
                      id: 14
                    }
                  }
                },
                DescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    field: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 2
                    },
                    extension: {
                      rule: "repeated",
                      type: "FieldDescriptorProto",
                      id: 6
                    },
                    nestedType: {
                      rule: "repeated",
                      type: "DescriptorProto",
                      id: 3
                    },
                    enumType: {
                      rule: "repeated",
                      type: "EnumDescriptorProto",
                      id: 4
                    },
                    extensionRange: {
                      rule: "repeated",
                      type: "ExtensionRange",
                      id: 5
                    },
                    oneofDecl: {
                      rule: "repeated",
                      type: "OneofDescriptorProto",
                      id: 8
                    },
                    options: {
                      type: "MessageOptions",
                      id: 7
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "ReservedRange",
                      id: 9
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 10
                    },
                    visibility: {
                      type: "SymbolVisibility",
                      id: 11
                    }
                  },
                  nested: {
                    ExtensionRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        },
                        options: {
                          type: "ExtensionRangeOptions",
                          id: 3
                        }
                      }
                    },
                    ReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                ExtensionRangeOptions: {
                  edition: "proto2",
                  fields: {
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    },
                    declaration: {
                      rule: "repeated",
                      type: "Declaration",
                      id: 2,
                      options: {
                        retention: "RETENTION_SOURCE"
                      }
                    },
                    features: {
                      type: "FeatureSet",
                      id: 50
                    },
                    verification: {
                      type: "VerificationState",
                      id: 3,
                      options: {
                        default: "UNVERIFIED",
                        retention: "RETENTION_SOURCE"
                      }
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  nested: {
                    Declaration: {
                      fields: {
                        number: {
                          type: "int32",
                          id: 1
                        },
                        fullName: {
                          type: "string",
                          id: 2
                        },
                        type: {
                          type: "string",
                          id: 3
                        },
                        reserved: {
                          type: "bool",
                          id: 5
                        },
                        repeated: {
                          type: "bool",
                          id: 6
                        }
                      },
                      reserved: [
                        [
                          4,
                          4
                        ]
                      ]
                    },
                    VerificationState: {
                      values: {
                        DECLARATION: 0,
                        UNVERIFIED: 1
                      }
                    }
                  }
                },
                FieldDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 3
                    },
                    label: {
                      type: "Label",
                      id: 4
                    },
                    type: {
                      type: "Type",
                      id: 5
                    },
                    typeName: {
                      type: "string",
                      id: 6
                    },
                    extendee: {
                      type: "string",
                      id: 2
                    },
                    defaultValue: {
                      type: "string",
                      id: 7
                    },
                    oneofIndex: {
                      type: "int32",
                      id: 9
                    },
                    jsonName: {
                      type: "string",
                      id: 10
                    },
                    options: {
                      type: "FieldOptions",
                      id: 8
                    },
                    proto3Optional: {
                      type: "bool",
                      id: 17
                    }
                  },
                  nested: {
                    Type: {
                      values: {
                        TYPE_DOUBLE: 1,
                        TYPE_FLOAT: 2,
                        TYPE_INT64: 3,
                        TYPE_UINT64: 4,
                        TYPE_INT32: 5,
                        TYPE_FIXED64: 6,
                        TYPE_FIXED32: 7,
                        TYPE_BOOL: 8,
                        TYPE_STRING: 9,
                        TYPE_GROUP: 10,
                        TYPE_MESSAGE: 11,
                        TYPE_BYTES: 12,
                        TYPE_UINT32: 13,
                        TYPE_ENUM: 14,
                        TYPE_SFIXED32: 15,
                        TYPE_SFIXED64: 16,
                        TYPE_SINT32: 17,
                        TYPE_SINT64: 18
                      }
                    },
                    Label: {
                      values: {
                        LABEL_OPTIONAL: 1,
                        LABEL_REPEATED: 3,
                        LABEL_REQUIRED: 2
                      }
                    }
                  }
                },
                OneofDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    options: {
                      type: "OneofOptions",
                      id: 2
                    }
                  }
                },
                EnumDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      rule: "repeated",
                      type: "EnumValueDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "EnumOptions",
                      id: 3
                    },
                    reservedRange: {
                      rule: "repeated",
                      type: "EnumReservedRange",
                      id: 4
                    },
                    reservedName: {
                      rule: "repeated",
                      type: "string",
                      id: 5
                    },
                    visibility: {
                      type: "SymbolVisibility",
                      id: 6
                    }
                  },
                  nested: {
                    EnumReservedRange: {
                      fields: {
                        start: {
                          type: "int32",
                          id: 1
                        },
                        end: {
                          type: "int32",
                          id: 2
                        }
                      }
                    }
                  }
                },
                EnumValueDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    number: {
                      type: "int32",
                      id: 2
                    },
                    options: {
                      type: "EnumValueOptions",
                      id: 3
                    }
                  }
                },
                ServiceDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    method: {
                      rule: "repeated",
                      type: "MethodDescriptorProto",
                      id: 2
                    },
                    options: {
                      type: "ServiceOptions",
                      id: 3
                    }
                  },
                  reserved: [
                    [
                      4,
                      4
                    ],
                    "stream"
                  ]
                },
                MethodDescriptorProto: {
                  edition: "proto2",
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    inputType: {
                      type: "string",
                      id: 2
                    },
                    outputType: {
                      type: "string",
                      id: 3
                    },
                    options: {
                      type: "MethodOptions",
                      id: 4
                    },
                    clientStreaming: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    serverStreaming: {
                      type: "bool",
                      id: 6,
                      options: {
                        default: false
                      }
                    }
                  }
                },
                FileOptions: {
                  edition: "proto2",
                  fields: {
                    javaPackage: {
                      type: "string",
                      id: 1
                    },
                    javaOuterClassname: {
                      type: "string",
                      id: 8
                    },
                    javaMultipleFiles: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false,
                        "feature_support.edition_introduced": "EDITION_PROTO2",
                        "feature_support.edition_removed": "EDITION_2024",
                        "feature_support.removal_error": "This behavior is enabled by default in editions 2024 and above. To disable it, you can set `features.(pb.java).nest_in_file_class = YES` on individual messages, enums, or services."
                      }
                    },
                    javaGenerateEqualsAndHash: {
                      type: "bool",
                      id: 20,
                      options: {
                        deprecated: true
                      }
                    },
                    javaStringCheckUtf8: {
                      type: "bool",
                      id: 27,
                      options: {
                        default: false
                      }
                    },
                    optimizeFor: {
                      type: "OptimizeMode",
                      id: 9,
                      options: {
                        default: "SPEED"
                      }
                    },
                    goPackage: {
                      type: "string",
                      id: 11
                    },
                    ccGenericServices: {
                      type: "bool",
                      id: 16,
                      options: {
                        default: false
                      }
                    },
                    javaGenericServices: {
                      type: "bool",
                      id: 17,
                      options: {
                        default: false
                      }
                    },
                    pyGenericServices: {
                      type: "bool",
                      id: 18,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 23,
                      options: {
                        default: false
                      }
                    },
                    ccEnableArenas: {
                      type: "bool",
                      id: 31,
                      options: {
                        default: true,
                        "feature_support.edition_removed": "EDITION_2026",
                        "feature_support.removal_error": "cc_enable_arenas is enabled by default in every edition and overrides are ignored.This option is removed in editions 2026 and above."
                      }
                    },
                    objcClassPrefix: {
                      type: "string",
                      id: 36
                    },
                    csharpNamespace: {
                      type: "string",
                      id: 37
                    },
                    swiftPrefix: {
                      type: "string",
                      id: 39
                    },
                    phpClassPrefix: {
                      type: "string",
                      id: 40
                    },
                    phpNamespace: {
                      type: "string",
                      id: 41
                    },
                    phpMetadataNamespace: {
                      type: "string",
                      id: 44
                    },
                    rubyPackage: {
                      type: "string",
                      id: 45
                    },
                    features: {
                      type: "FeatureSet",
                      id: 50
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      42,
                      42
                    ],
                    "php_generic_services",
                    [
                      38,
                      38
                    ]
                  ],
                  nested: {
                    OptimizeMode: {
                      values: {
                        SPEED: 1,
                        CODE_SIZE: 2,
                        LITE_RUNTIME: 3
                      }
                    }
                  }
                },
                MessageOptions: {
                  edition: "proto2",
                  fields: {
                    messageSetWireFormat: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    noStandardDescriptorAccessor: {
                      type: "bool",
                      id: 2,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    mapEntry: {
                      type: "bool",
                      id: 7
                    },
                    deprecatedLegacyJsonFieldConflicts: {
                      type: "bool",
                      id: 11,
                      options: {
                        deprecated: true
                      }
                    },
                    features: {
                      type: "FeatureSet",
                      id: 12
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      4,
                      4
                    ],
                    [
                      5,
                      5
                    ],
                    [
                      6,
                      6
                    ],
                    [
                      8,
                      8
                    ],
                    [
                      9,
                      9
                    ]
                  ]
                },
                FieldOptions: {
                  edition: "proto2",
                  fields: {
                    ctype: {
                      type: "CType",
                      id: 1,
                      options: {
                        default: "STRING"
                      }
                    },
                    packed: {
                      type: "bool",
                      id: 2
                    },
                    jstype: {
                      type: "JSType",
                      id: 6,
                      options: {
                        default: "JS_NORMAL"
                      }
                    },
                    lazy: {
                      type: "bool",
                      id: 5,
                      options: {
                        default: false
                      }
                    },
                    unverifiedLazy: {
                      type: "bool",
                      id: 15,
                      options: {
                        default: false
                      }
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    weak: {
                      type: "bool",
                      id: 10,
                      options: {
                        default: false,
                        deprecated: true
                      }
                    },
                    debugRedact: {
                      type: "bool",
                      id: 16,
                      options: {
                        default: false
                      }
                    },
                    retention: {
                      type: "OptionRetention",
                      id: 17
                    },
                    targets: {
                      rule: "repeated",
                      type: "OptionTargetType",
                      id: 19
                    },
                    editionDefaults: {
                      rule: "repeated",
                      type: "EditionDefault",
                      id: 20
                    },
                    features: {
                      type: "FeatureSet",
                      id: 21
                    },
                    featureSupport: {
                      type: "FeatureSupport",
                      id: 22
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      4,
                      4
                    ],
                    [
                      18,
                      18
                    ]
                  ],
                  nested: {
                    CType: {
                      values: {
                        STRING: 0,
                        CORD: 1,
                        STRING_PIECE: 2
                      }
                    },
                    JSType: {
                      values: {
                        JS_NORMAL: 0,
                        JS_STRING: 1,
                        JS_NUMBER: 2
                      }
                    },
                    OptionRetention: {
                      values: {
                        RETENTION_UNKNOWN: 0,
                        RETENTION_RUNTIME: 1,
                        RETENTION_SOURCE: 2
                      }
                    },
                    OptionTargetType: {
                      values: {
                        TARGET_TYPE_UNKNOWN: 0,
                        TARGET_TYPE_FILE: 1,
                        TARGET_TYPE_EXTENSION_RANGE: 2,
                        TARGET_TYPE_MESSAGE: 3,
                        TARGET_TYPE_FIELD: 4,
                        TARGET_TYPE_ONEOF: 5,
                        TARGET_TYPE_ENUM: 6,
                        TARGET_TYPE_ENUM_ENTRY: 7,
                        TARGET_TYPE_SERVICE: 8,
                        TARGET_TYPE_METHOD: 9
                      }
                    },
                    EditionDefault: {
                      fields: {
                        edition: {
                          type: "Edition",
                          id: 3
                        },
                        value: {
                          type: "string",
                          id: 2
                        }
                      }
                    },
                    FeatureSupport: {
                      fields: {
                        editionIntroduced: {
                          type: "Edition",
                          id: 1
                        },
                        editionDeprecated: {
                          type: "Edition",
                          id: 2
                        },
                        deprecationWarning: {
                          type: "string",
                          id: 3
                        },
                        editionRemoved: {
                          type: "Edition",
                          id: 4
                        },
                        removalError: {
                          type: "string",
                          id: 5
                        }
                      }
                    }
                  }
                },
                OneofOptions: {
                  edition: "proto2",
                  fields: {
                    features: {
                      type: "FeatureSet",
                      id: 1
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                EnumOptions: {
                  edition: "proto2",
                  fields: {
                    allowAlias: {
                      type: "bool",
                      id: 2
                    },
                    deprecated: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    deprecatedLegacyJsonFieldConflicts: {
                      type: "bool",
                      id: 6,
                      options: {
                        deprecated: true
                      }
                    },
                    features: {
                      type: "FeatureSet",
                      id: 7
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  reserved: [
                    [
                      5,
                      5
                    ]
                  ]
                },
                EnumValueOptions: {
                  edition: "proto2",
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 1,
                      options: {
                        default: false
                      }
                    },
                    features: {
                      type: "FeatureSet",
                      id: 2
                    },
                    debugRedact: {
                      type: "bool",
                      id: 3,
                      options: {
                        default: false
                      }
                    },
                    featureSupport: {
                      type: "FieldOptions.FeatureSupport",
                      id: 4
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                ServiceOptions: {
                  edition: "proto2",
                  fields: {
                    features: {
                      type: "FeatureSet",
                      id: 34
                    },
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ]
                },
                MethodOptions: {
                  edition: "proto2",
                  fields: {
                    deprecated: {
                      type: "bool",
                      id: 33,
                      options: {
                        default: false
                      }
                    },
                    idempotencyLevel: {
                      type: "IdempotencyLevel",
                      id: 34,
                      options: {
                        default: "IDEMPOTENCY_UNKNOWN"
                      }
                    },
                    features: {
                      type: "FeatureSet",
                      id: 35
                    },
                    uninterpretedOption: {
                      rule: "repeated",
                      type: "UninterpretedOption",
                      id: 999
                    }
                  },
                  extensions: [
                    [
                      990,
                      998
                    ],
                    [
                      1e3,
                      536870911
                    ]
                  ],
                  nested: {
                    IdempotencyLevel: {
                      values: {
                        IDEMPOTENCY_UNKNOWN: 0,
                        NO_SIDE_EFFECTS: 1,
                        IDEMPOTENT: 2
                      }
                    }
                  }
                },
                UninterpretedOption: {
                  edition: "proto2",
                  fields: {
                    name: {
                      rule: "repeated",
                      type: "NamePart",
                      id: 2
                    },
                    identifierValue: {
                      type: "string",
                      id: 3
                    },
                    positiveIntValue: {
                      type: "uint64",
                      id: 4
                    },
                    negativeIntValue: {
                      type: "int64",
                      id: 5
                    },
                    doubleValue: {
                      type: "double",
                      id: 6
                    },
                    stringValue: {
                      type: "bytes",
                      id: 7
                    },
                    aggregateValue: {
                      type: "string",
                      id: 8
                    }
                  },
                  nested: {
                    NamePart: {
                      fields: {
                        namePart: {
                          rule: "required",
                          type: "string",
                          id: 1
                        },
                        isExtension: {
                          rule: "required",
                          type: "bool",
                          id: 2
                        }
                      }
                    }
                  }
                },
                FeatureSet: {
                  edition: "proto2",
                  fields: {
                    fieldPresence: {
                      type: "FieldPresence",
                      id: 1,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_2023",
                        "edition_defaults.value": "EXPLICIT"
                      }
                    },
                    enumType: {
                      type: "EnumType",
                      id: 2,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_PROTO3",
                        "edition_defaults.value": "OPEN"
                      }
                    },
                    repeatedFieldEncoding: {
                      type: "RepeatedFieldEncoding",
                      id: 3,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_PROTO3",
                        "edition_defaults.value": "PACKED"
                      }
                    },
                    utf8Validation: {
                      type: "Utf8Validation",
                      id: 4,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_PROTO3",
                        "edition_defaults.value": "VERIFY"
                      }
                    },
                    messageEncoding: {
                      type: "MessageEncoding",
                      id: 5,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_LEGACY",
                        "edition_defaults.value": "LENGTH_PREFIXED"
                      }
                    },
                    jsonFormat: {
                      type: "JsonFormat",
                      id: 6,
                      options: {
                        retention: "RETENTION_RUNTIME",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2023",
                        "edition_defaults.edition": "EDITION_PROTO3",
                        "edition_defaults.value": "ALLOW"
                      }
                    },
                    enforceNamingStyle: {
                      type: "EnforceNamingStyle",
                      id: 7,
                      options: {
                        retention: "RETENTION_SOURCE",
                        targets: "TARGET_TYPE_METHOD",
                        "feature_support.edition_introduced": "EDITION_2024",
                        "edition_defaults.edition": "EDITION_2026",
                        "edition_defaults.value": "STYLE2026"
                      }
                    },
                    defaultSymbolVisibility: {
                      type: "VisibilityFeature.DefaultSymbolVisibility",
                      id: 8,
                      options: {
                        retention: "RETENTION_SOURCE",
                        targets: "TARGET_TYPE_FILE",
                        "feature_support.edition_introduced": "EDITION_2024",
                        "edition_defaults.edition": "EDITION_2024",
                        "edition_defaults.value": "EXPORT_TOP_LEVEL"
                      }
                    },
                    enforceProtoLimits: {
                      type: "ProtoLimitsFeature.EnforceProtoLimits",
                      id: 9,
                      options: {
                        retention: "RETENTION_SOURCE",
                        targets: "TARGET_TYPE_ONEOF",
                        "feature_support.edition_introduced": "EDITION_2026",
                        "edition_defaults.edition": "EDITION_2026",
                        "edition_defaults.value": "PROTO_LIMITS2026"
                      }
                    }
                  },
                  extensions: [
                    [
                      1e3,
                      9994
                    ],
                    [
                      9995,
                      9999
                    ],
                    [
                      1e4,
                      1e4
                    ]
                  ],
                  reserved: [
                    [
                      999,
                      999
                    ]
                  ],
                  nested: {
                    FieldPresence: {
                      values: {
                        FIELD_PRESENCE_UNKNOWN: 0,
                        EXPLICIT: 1,
                        IMPLICIT: 2,
                        LEGACY_REQUIRED: 3
                      }
                    },
                    EnumType: {
                      values: {
                        ENUM_TYPE_UNKNOWN: 0,
                        OPEN: 1,
                        CLOSED: 2
                      }
                    },
                    RepeatedFieldEncoding: {
                      values: {
                        REPEATED_FIELD_ENCODING_UNKNOWN: 0,
                        PACKED: 1,
                        EXPANDED: 2
                      }
                    },
                    Utf8Validation: {
                      values: {
                        UTF8_VALIDATION_UNKNOWN: 0,
                        VERIFY: 2,
                        NONE: 3
                      },
                      reserved: [
                        [
                          1,
                          1
                        ]
                      ]
                    },
                    MessageEncoding: {
                      values: {
                        MESSAGE_ENCODING_UNKNOWN: 0,
                        LENGTH_PREFIXED: 1,
                        DELIMITED: 2
                      }
                    },
                    JsonFormat: {
                      values: {
                        JSON_FORMAT_UNKNOWN: 0,
                        ALLOW: 1,
                        LEGACY_BEST_EFFORT: 2
                      }
                    },
                    EnforceNamingStyle: {
                      values: {
                        ENFORCE_NAMING_STYLE_UNKNOWN: 0,
                        STYLE2024: 1,
                        STYLE_LEGACY: 2,
                        STYLE2026: 3
                      }
                    },
                    VisibilityFeature: {
                      fields: {},
                      reserved: [
                        [
                          1,
                          536870911
                        ]
                      ],
                      nested: {
                        DefaultSymbolVisibility: {
                          values: {
                            DEFAULT_SYMBOL_VISIBILITY_UNKNOWN: 0,
                            EXPORT_ALL: 1,
                            EXPORT_TOP_LEVEL: 2,
                            LOCAL_ALL: 3,
                            STRICT: 4
                          }
                        }
                      }
                    },
                    ProtoLimitsFeature: {
                      fields: {},
                      nested: {
                        EnforceProtoLimits: {
                          values: {
                            PROTO_LIMITS_UNKNOWN: 0,
                            LEGACY_NO_EXPLICIT_LIMITS: 1,
                            PROTO_LIMITS2026: 2
                          }
                        }
                      }
                    }
                  }
                },
                FeatureSetDefaults: {
                  edition: "proto2",
                  fields: {
                    defaults: {
                      rule: "repeated",
                      type: "FeatureSetEditionDefault",
                      id: 1
                    },
                    minimumEdition: {
                      type: "Edition",
                      id: 4
                    },
                    maximumEdition: {
                      type: "Edition",
                      id: 5
                    }
                  },
                  nested: {
                    FeatureSetEditionDefault: {
                      fields: {
                        edition: {
                          type: "Edition",
                          id: 3
                        },
                        overridableFeatures: {
                          type: "FeatureSet",
                          id: 4
                        },
                        fixedFeatures: {
                          type: "FeatureSet",
                          id: 5
                        }
                      },
                      reserved: [
                        [
                          1,
                          1
                        ],
                        [
                          2,
                          2
                        ],
                        "features"
                      ]
                    }
                  }
                },
                SourceCodeInfo: {
                  edition: "proto2",
                  fields: {
                    location: {
                      rule: "repeated",
                      type: "Location",
                      id: 1
                    }
                  },
                  extensions: [
                    [
                      536e6,
                      536e6
                    ]
                  ],
                  nested: {
                    Location: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1,
                          options: {
                            packed: true
                          }
                        },
                        span: {
                          rule: "repeated",
                          type: "int32",
                          id: 2,
                          options: {
                            packed: true
                          }
                        },
                        leadingComments: {
                          type: "string",
                          id: 3
                        },
                        trailingComments: {
                          type: "string",
                          id: 4
                        },
                        leadingDetachedComments: {
                          rule: "repeated",
                          type: "string",
                          id: 6
                        }
                      }
                    }
                  }
                },
                GeneratedCodeInfo: {
                  edition: "proto2",
                  fields: {
                    annotation: {
                      rule: "repeated",
                      type: "Annotation",
                      id: 1
                    }
                  },
                  nested: {
                    Annotation: {
                      fields: {
                        path: {
                          rule: "repeated",
                          type: "int32",
                          id: 1,
                          options: {
                            packed: true
                          }
                        },
                        sourceFile: {
                          type: "string",
                          id: 2
                        },
                        begin: {
                          type: "int32",
                          id: 3
                        },
                        end: {
                          type: "int32",
                          id: 4
                        },
                        semantic: {
                          type: "Semantic",
                          id: 5
                        }
                      },
                      nested: {
                        Semantic: {
                          values: {
                            NONE: 0,
                            SET: 1,
                            ALIAS: 2
                          }
                        }
                      }
                    }
                  }
                },
                SymbolVisibility: {
                  edition: "proto2",
                  values: {
                    VISIBILITY_UNSET: 0,
                    VISIBILITY_LOCAL: 1,
                    VISIBILITY_EXPORT: 2
                  }
                },
                Duration: {
                  fields: {
                    seconds: {
                      type: "int64",
                      id: 1
                    },
                    nanos: {
                      type: "int32",
                      id: 2
                    }
                  }
                },
                Any: {
                  fields: {
                    type_url: {
                      type: "string",
                      id: 1
                    },
                    value: {
                      type: "bytes",
                      id: 2
                    }
                  }
                },
                Empty: {
                  fields: {}
                },
                Timestamp: {
                  fields: {
                    seconds: {
                      type: "int64",
                      id: 1
                    },
                    nanos: {
                      type: "int32",
                      id: 2
                    }
                  }
                },
                FieldMask: {
                  fields: {
                    paths: {
                      rule: "repeated",
                      type: "string",
                      id: 1
                    }
                  }
                }
              }
            },
            longrunning: {
              options: {
                csharp_namespace: "Google.LongRunning",
                go_package: "cloud.google.com/go/longrunning/autogen/longrunningpb;longrunningpb",
                java_multiple_files: true,
                java_outer_classname: "OperationsProto",
                java_package: "com.google.longrunning",
                objc_class_prefix: "GLRUN",
                php_namespace: "Google\\LongRunning"
              },
              nested: {
                operationInfo: {
                  type: "google.longrunning.OperationInfo",
                  id: 1049,
                  extend: "google.protobuf.MethodOptions"
                },
                Operations: {
                  options: {
                    "(google.api.default_host)": "longrunning.googleapis.com"
                  },
                  methods: {
                    ListOperations: {
                      requestType: "ListOperationsRequest",
                      responseType: "ListOperationsResponse",
                      options: {
                        "(google.api.http).get": "/v1/{name=operations}",
                        "(google.api.method_signature)": "name,filter"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            get: "/v1/{name=operations}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name,filter"
                        }
                      ]
                    },
                    GetOperation: {
                      requestType: "GetOperationRequest",
                      responseType: "Operation",
                      options: {
                        "(google.api.http).get": "/v1/{name=operations/**}",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            get: "/v1/{name=operations/**}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    DeleteOperation: {
                      requestType: "DeleteOperationRequest",
                      responseType: "google.protobuf.Empty",
                      options: {
                        "(google.api.http).delete": "/v1/{name=operations/**}",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            delete: "/v1/{name=operations/**}"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    CancelOperation: {
                      requestType: "CancelOperationRequest",
                      responseType: "google.protobuf.Empty",
                      options: {
                        "(google.api.http).post": "/v1/{name=operations/**}:cancel",
                        "(google.api.http).body": "*",
                        "(google.api.method_signature)": "name"
                      },
                      parsedOptions: [
                        {
                          "(google.api.http)": {
                            post: "/v1/{name=operations/**}:cancel",
                            body: "*"
                          }
                        },
                        {
                          "(google.api.method_signature)": "name"
                        }
                      ]
                    },
                    WaitOperation: {
                      requestType: "WaitOperationRequest",
                      responseType: "Operation"
                    }
                  }
                },
                Operation: {
                  oneofs: {
                    result: {
                      oneof: [
                        "error",
                        "response"
                      ]
                    }
                  },
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    metadata: {
                      type: "google.protobuf.Any",
                      id: 2
                    },
                    done: {
                      type: "bool",
                      id: 3
                    },
                    error: {
                      type: "google.rpc.Status",
                      id: 4
                    },
                    response: {
                      type: "google.protobuf.Any",
                      id: 5
                    }
                  }
                },
                GetOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                ListOperationsRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 4
                    },
                    filter: {
                      type: "string",
                      id: 1
                    },
                    pageSize: {
                      type: "int32",
                      id: 2
                    },
                    pageToken: {
                      type: "string",
                      id: 3
                    },
                    returnPartialSuccess: {
                      type: "bool",
                      id: 5
                    }
                  }
                },
                ListOperationsResponse: {
                  fields: {
                    operations: {
                      rule: "repeated",
                      type: "Operation",
                      id: 1
                    },
                    nextPageToken: {
                      type: "string",
                      id: 2
                    },
                    unreachable: {
                      rule: "repeated",
                      type: "string",
                      id: 3,
                      options: {
                        "(google.api.field_behavior)": "UNORDERED_LIST"
                      }
                    }
                  }
                },
                CancelOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                DeleteOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    }
                  }
                },
                WaitOperationRequest: {
                  fields: {
                    name: {
                      type: "string",
                      id: 1
                    },
                    timeout: {
                      type: "google.protobuf.Duration",
                      id: 2
                    }
                  }
                },
                OperationInfo: {
                  fields: {
                    responseType: {
                      type: "string",
                      id: 1
                    },
                    metadataType: {
                      type: "string",
                      id: 2
                    }
                  }
                }
              }
            },
            rpc: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/rpc/status;status",
                java_multiple_files: true,
                java_outer_classname: "StatusProto",
                java_package: "com.google.rpc",
                objc_class_prefix: "RPC"
              },
              nested: {
                Status: {
                  fields: {
                    code: {
                      type: "int32",
                      id: 1
                    },
                    message: {
                      type: "string",
                      id: 2
                    },
                    details: {
                      rule: "repeated",
                      type: "google.protobuf.Any",
                      id: 3
                    }
                  }
                }
              }
            },
            iam: {
              nested: {
                v1: {
                  options: {
                    csharp_namespace: "Google.Cloud.Iam.V1",
                    go_package: "cloud.google.com/go/iam/apiv1/iampb;iampb",
                    java_multiple_files: true,
                    java_outer_classname: "PolicyProto",
                    java_package: "com.google.iam.v1",
                    php_namespace: "Google\\Cloud\\Iam\\V1",
                    cc_enable_arenas: true
                  },
                  nested: {
                    IAMPolicy: {
                      options: {
                        "(google.api.default_host)": "iam-meta-api.googleapis.com"
                      },
                      methods: {
                        SetIamPolicy: {
                          requestType: "SetIamPolicyRequest",
                          responseType: "Policy",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:setIamPolicy",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:setIamPolicy",
                                body: "*"
                              }
                            }
                          ]
                        },
                        GetIamPolicy: {
                          requestType: "GetIamPolicyRequest",
                          responseType: "Policy",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:getIamPolicy",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:getIamPolicy",
                                body: "*"
                              }
                            }
                          ]
                        },
                        TestIamPermissions: {
                          requestType: "TestIamPermissionsRequest",
                          responseType: "TestIamPermissionsResponse",
                          options: {
                            "(google.api.http).post": "/v1/{resource=**}:testIamPermissions",
                            "(google.api.http).body": "*"
                          },
                          parsedOptions: [
                            {
                              "(google.api.http)": {
                                post: "/v1/{resource=**}:testIamPermissions",
                                body: "*"
                              }
                            }
                          ]
                        }
                      }
                    },
                    SetIamPolicyRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        policy: {
                          type: "Policy",
                          id: 2,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED"
                          }
                        },
                        updateMask: {
                          type: "google.protobuf.FieldMask",
                          id: 3
                        }
                      }
                    },
                    GetIamPolicyRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        options: {
                          type: "GetPolicyOptions",
                          id: 2
                        }
                      }
                    },
                    TestIamPermissionsRequest: {
                      fields: {
                        resource: {
                          type: "string",
                          id: 1,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED",
                            "(google.api.resource_reference).type": "*"
                          }
                        },
                        permissions: {
                          rule: "repeated",
                          type: "string",
                          id: 2,
                          options: {
                            "(google.api.field_behavior)": "REQUIRED"
                          }
                        }
                      }
                    },
                    TestIamPermissionsResponse: {
                      fields: {
                        permissions: {
                          rule: "repeated",
                          type: "string",
                          id: 1
                        }
                      }
                    },
                    GetPolicyOptions: {
                      fields: {
                        requestedPolicyVersion: {
                          type: "int32",
                          id: 1
                        }
                      }
                    },
                    Policy: {
                      fields: {
                        version: {
                          type: "int32",
                          id: 1
                        },
                        bindings: {
                          rule: "repeated",
                          type: "Binding",
                          id: 4
                        },
                        auditConfigs: {
                          rule: "repeated",
                          type: "AuditConfig",
                          id: 6
                        },
                        etag: {
                          type: "bytes",
                          id: 3
                        }
                      }
                    },
                    Binding: {
                      fields: {
                        role: {
                          type: "string",
                          id: 1
                        },
                        members: {
                          rule: "repeated",
                          type: "string",
                          id: 2
                        },
                        condition: {
                          type: "google.type.Expr",
                          id: 3
                        }
                      }
                    },
                    AuditConfig: {
                      fields: {
                        service: {
                          type: "string",
                          id: 1
                        },
                        auditLogConfigs: {
                          rule: "repeated",
                          type: "AuditLogConfig",
                          id: 3
                        }
                      }
                    },
                    AuditLogConfig: {
                      fields: {
                        logType: {
                          type: "LogType",
                          id: 1
                        },
                        exemptedMembers: {
                          rule: "repeated",
                          type: "string",
                          id: 2
                        }
                      },
                      nested: {
                        LogType: {
                          values: {
                            LOG_TYPE_UNSPECIFIED: 0,
                            ADMIN_READ: 1,
                            DATA_WRITE: 2,
                            DATA_READ: 3
                          }
                        }
                      }
                    },
                    PolicyDelta: {
                      fields: {
                        bindingDeltas: {
                          rule: "repeated",
                          type: "BindingDelta",
                          id: 1
                        },
                        auditConfigDeltas: {
                          rule: "repeated",
                          type: "AuditConfigDelta",
                          id: 2
                        }
                      }
                    },
                    BindingDelta: {
                      fields: {
                        action: {
                          type: "Action",
                          id: 1
                        },
                        role: {
                          type: "string",
                          id: 2
                        },
                        member: {
                          type: "string",
                          id: 3
                        },
                        condition: {
                          type: "google.type.Expr",
                          id: 4
                        }
                      },
                      nested: {
                        Action: {
                          values: {
                            ACTION_UNSPECIFIED: 0,
                            ADD: 1,
                            REMOVE: 2
                          }
                        }
                      }
                    },
                    AuditConfigDelta: {
                      fields: {
                        action: {
                          type: "Action",
                          id: 1
                        },
                        service: {
                          type: "string",
                          id: 2
                        },
                        exemptedMember: {
                          type: "string",
                          id: 3
                        },
                        logType: {
                          type: "string",
                          id: 4
                        }
                      },
                      nested: {
                        Action: {
                          values: {
                            ACTION_UNSPECIFIED: 0,
                            ADD: 1,
                            REMOVE: 2
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            type: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/type/expr;expr",
                java_multiple_files: true,
                java_outer_classname: "ExprProto",
                java_package: "com.google.type",
                objc_class_prefix: "GTP"
              },
              nested: {
                Expr: {
                  fields: {
                    expression: {
                      type: "string",
                      id: 1
                    },
                    title: {
                      type: "string",
                      id: 2
                    },
                    description: {
                      type: "string",
                      id: 3
                    },
                    location: {
                      type: "string",
                      id: 4
                    }
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// shared:google-gax
var require_google_gax = __commonJS({
  "shared:google-gax"(exports2, module2) {
    module2.exports = require("../shared/google-gax.cjs")["google-gax"];
  }
});

// node_modules/@google-cloud/run/build/src/v2/executions_client_config.json
var require_executions_client_config = __commonJS({
  "node_modules/@google-cloud/run/build/src/v2/executions_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.cloud.run.v2.Executions": {
          retry_codes: {
            non_idempotent: [],
            idempotent: [
              "DEADLINE_EXCEEDED",
              "UNAVAILABLE"
            ]
          },
          retry_params: {
            default: {
              initial_retry_delay_millis: 100,
              retry_delay_multiplier: 1.3,
              max_retry_delay_millis: 6e4,
              initial_rpc_timeout_millis: 6e4,
              rpc_timeout_multiplier: 1,
              max_rpc_timeout_millis: 6e4,
              total_timeout_millis: 6e5
            }
          },
          methods: {
            GetExecution: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListExecutions: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteExecution: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            CancelExecution: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/@google-cloud/run/package.json
var require_package = __commonJS({
  "node_modules/@google-cloud/run/package.json"(exports2, module2) {
    module2.exports = {
      name: "@google-cloud/run",
      version: "4.2.0",
      description: "Cloud Run Admin API",
      repository: {
        type: "git",
        directory: "packages/google-cloud-run",
        url: "https://github.com/googleapis/google-cloud-node.git"
      },
      license: "Apache-2.0",
      author: "Google LLC",
      files: [
        "build/src",
        "build/protos",
        "!build/src/**/*.map"
      ],
      keywords: [
        "secrets",
        "secret",
        "secret manager",
        "secrets management",
        "gcp",
        "google",
        "cloud"
      ],
      main: "build/src/index.js",
      scripts: {
        clean: "gts clean",
        compile: "tsc -p . && cp -r protos build/",
        "compile-protos": "compileProtos src",
        docs: "jsdoc -c .jsdoc.js",
        fix: "gts fix",
        lint: "gts check",
        prepare: "npm run compile",
        prelint: "cd samples; npm link ../; npm i",
        postpack: "minifyProtoJson",
        "samples-test": "cd samples/ && npm link ../ && npm i && npm test",
        "system-test": "node ../../bin/run-test.cjs --config ../../.mocharc.cjs --no-parallel build/system-test",
        test: "node ../../bin/run-test.cjs --config ../../.mocharc.cjs build/test"
      },
      dependencies: {
        "google-gax": "^6.0.0"
      },
      devDependencies: {
        "@types/mocha": "^10.0.10",
        "@types/node": "^22.13.9",
        "@types/sinon": "^17.0.4",
        c8: "^10.1.3",
        "gapic-tools": "^2.0.0",
        gts: "^6.0.2",
        jsdoc: "^4.0.4",
        "jsdoc-fresh": "^6.0.0",
        "jsdoc-region-tag": "^5.0.0",
        long: "^5.3.1",
        mocha: "^11.1.0",
        "pack-n-play": "^5.0.0",
        sinon: "21.0.3",
        typescript: "^5.8.2"
      },
      engines: {
        node: ">=22"
      },
      homepage: "https://github.com/googleapis/google-cloud-node/tree/main/packages/google-cloud-run",
      overrides: {
        "@sinonjs/fake-timers": "15.2.1"
      }
    };
  }
});

// node_modules/@google-cloud/run/build/src/v2/executions_client.js
var require_executions_client = __commonJS({
  "node_modules/@google-cloud/run/build/src/v2/executions_client.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ExecutionsClient = void 0;
    var jsonProtos = require_protos();
    var google_gax_1 = require_google_gax();
    var gapicConfig = require_executions_client_config();
    var version = require_package().version;
    var ExecutionsClient = class {
      _terminated = false;
      _opts;
      _providedCustomServicePath;
      _gaxModule;
      _gaxGrpc;
      _protos;
      _defaults;
      _universeDomain;
      _servicePath;
      _log = google_gax_1.loggingUtils.log("run");
      auth;
      descriptors = {
        page: {},
        stream: {},
        longrunning: {},
        batching: {}
      };
      warn;
      innerApiCalls;
      locationsClient;
      pathTemplates;
      operationsClient;
      executionsStub;
      /**
       * Construct an instance of ExecutionsClient.
       *
       * @param {object} [options] - The configuration object.
       * The options accepted by the constructor are described in detail
       * in [this document](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#creating-the-client-instance).
       * The common options are:
       * @param {object} [options.credentials] - Credentials object.
       * @param {string} [options.credentials.client_email]
       * @param {string} [options.credentials.private_key]
       * @param {string} [options.email] - Account email address. Required when
       *     using a .pem or .p12 keyFilename.
       * @param {string} [options.keyFilename] - Full path to the a .json, .pem, or
       *     .p12 key downloaded from the Google Developers Console. If you provide
       *     a path to a JSON file, the projectId option below is not necessary.
       *     NOTE: .pem and .p12 require you to specify options.email as well.
       * @param {number} [options.port] - The port on which to connect to
       *     the remote host.
       * @param {string} [options.projectId] - The project ID from the Google
       *     Developer's Console, e.g. 'grape-spaceship-123'. We will also check
       *     the environment variable GCLOUD_PROJECT for your project ID. If your
       *     app is running in an environment which supports
       *     {@link https://cloud.google.com/docs/authentication/application-default-credentials Application Default Credentials},
       *     your project ID will be detected automatically.
       * @param {string} [options.apiEndpoint] - The domain name of the
       *     API remote host.
       * @param {gax.ClientConfig} [options.clientConfig] - Client configuration override.
       *     Follows the structure of {@link gapicConfig}.
       * @param {boolean} [options.fallback] - Use HTTP/1.1 REST mode.
       *     For more information, please check the
       *     {@link https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#http11-rest-api-mode documentation}.
       * @param {gax} [gaxInstance]: loaded instance of `google-gax`. Useful if you
       *     need to avoid loading the default gRPC version and want to use the fallback
       *     HTTP implementation. Load only fallback version and pass it to the constructor:
       *     ```
       *     const gax = require('google-gax/build/src/fallback'); // avoids loading google-gax with gRPC
       *     const client = new ExecutionsClient({fallback: true}, gax);
       *     ```
       */
      constructor(opts, gaxInstance) {
        const staticMembers = this.constructor;
        if (opts?.universe_domain && opts?.universeDomain && opts?.universe_domain !== opts?.universeDomain) {
          throw new Error("Please set either universe_domain or universeDomain, but not both.");
        }
        const universeDomainEnvVar = typeof process === "object" && typeof process.env === "object" ? process.env["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] : void 0;
        this._universeDomain = opts?.universeDomain ?? opts?.universe_domain ?? universeDomainEnvVar ?? "googleapis.com";
        this._servicePath = "run." + this._universeDomain;
        const servicePath = opts?.servicePath || opts?.apiEndpoint || this._servicePath;
        this._providedCustomServicePath = !!(opts?.servicePath || opts?.apiEndpoint);
        const port = opts?.port || staticMembers.port;
        const clientConfig = opts?.clientConfig ?? {};
        const fallback = opts?.fallback ?? (typeof window !== "undefined" && typeof window?.fetch === "function");
        opts = Object.assign({ servicePath, port, clientConfig, fallback }, opts);
        opts.numericEnums = true;
        if (servicePath !== this._servicePath && !("scopes" in opts)) {
          opts["scopes"] = staticMembers.scopes;
        }
        if (!gaxInstance) {
          gaxInstance = require_google_gax();
        }
        this._gaxModule = opts.fallback ? gaxInstance.fallback : gaxInstance;
        this._gaxGrpc = new this._gaxModule.GrpcClient(opts);
        this._opts = opts;
        this.auth = this._gaxGrpc.auth;
        this.auth.useJWTAccessWithScope = true;
        this.auth.defaultServicePath = this._servicePath;
        if (servicePath === this._servicePath) {
          this.auth.defaultScopes = staticMembers.scopes;
        }
        this.locationsClient = new this._gaxModule.LocationsClient(this._gaxGrpc, opts);
        const clientHeader = [`gax/${this._gaxModule.version}`, `gapic/${version}`];
        if (typeof process === "object" && "versions" in process) {
          clientHeader.push(`gl-node/${process.versions.node}`);
        } else {
          clientHeader.push(`gl-web/${this._gaxModule.version}`);
        }
        if (!opts.fallback) {
          clientHeader.push(`grpc/${this._gaxGrpc.grpcVersion}`);
        } else {
          clientHeader.push(`rest/${this._gaxGrpc.grpcVersion}`);
        }
        if (opts.libName && opts.libVersion) {
          clientHeader.push(`${opts.libName}/${opts.libVersion}`);
        }
        this._protos = this._gaxGrpc.loadProtoJSON(jsonProtos);
        this.pathTemplates = {
          executionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}/executions/{execution}"),
          instancePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/instances/{instance}"),
          jobPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}"),
          locationPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}"),
          projectPathTemplate: new this._gaxModule.PathTemplate("projects/{project}"),
          revisionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/services/{service}/revisions/{revision}"),
          servicePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/services/{service}"),
          taskPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}/executions/{execution}/tasks/{task}"),
          workerPoolPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/workerPools/{worker_pool}")
        };
        this.descriptors.page = {
          listExecutions: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "executions")
        };
        const protoFilesRoot = this._gaxModule.protobufFromJSON(jsonProtos);
        const lroOptions = {
          auth: this.auth,
          grpc: "grpc" in this._gaxGrpc ? this._gaxGrpc.grpc : void 0
        };
        if (opts.fallback) {
          lroOptions.protoJson = protoFilesRoot;
          lroOptions.httpRules = [
            {
              selector: "google.longrunning.Operations.DeleteOperation",
              delete: "/v2/{name=projects/*/locations/*/operations/*}"
            },
            {
              selector: "google.longrunning.Operations.GetOperation",
              get: "/v2/{name=projects/*/locations/*/operations/*}"
            },
            {
              selector: "google.longrunning.Operations.ListOperations",
              get: "/v2/{name=projects/*/locations/*}/operations"
            },
            {
              selector: "google.longrunning.Operations.WaitOperation",
              post: "/v2/{name=projects/*/locations/*/operations/*}:wait",
              body: "*"
            }
          ];
        }
        this.operationsClient = this._gaxModule.lro(lroOptions).operationsClient(opts);
        const deleteExecutionResponse = protoFilesRoot.lookup(".google.cloud.run.v2.Execution");
        const deleteExecutionMetadata = protoFilesRoot.lookup(".google.cloud.run.v2.Execution");
        const cancelExecutionResponse = protoFilesRoot.lookup(".google.cloud.run.v2.Execution");
        const cancelExecutionMetadata = protoFilesRoot.lookup(".google.cloud.run.v2.Execution");
        this.descriptors.longrunning = {
          deleteExecution: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteExecutionResponse.decode.bind(deleteExecutionResponse), deleteExecutionMetadata.decode.bind(deleteExecutionMetadata)),
          cancelExecution: new this._gaxModule.LongrunningDescriptor(this.operationsClient, cancelExecutionResponse.decode.bind(cancelExecutionResponse), cancelExecutionMetadata.decode.bind(cancelExecutionMetadata))
        };
        this._defaults = this._gaxGrpc.constructSettings("google.cloud.run.v2.Executions", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") });
        this.innerApiCalls = {};
        this.warn = this._gaxModule.warn;
      }
      /**
       * Initialize the client.
       * Performs asynchronous operations (such as authentication) and prepares the client.
       * This function will be called automatically when any class method is called for the
       * first time, but if you need to initialize it before calling an actual method,
       * feel free to call initialize() directly.
       *
       * You can await on this method if you want to make sure the client is initialized.
       *
       * @returns {Promise} A promise that resolves to an authenticated service stub.
       */
      initialize() {
        if (this.executionsStub) {
          return this.executionsStub;
        }
        this.executionsStub = this._gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.cloud.run.v2.Executions") : (
          // eslint-disable-next-line @typescript-eslint/no-explicit-any
          this._protos.google.cloud.run.v2.Executions
        ), this._opts, this._providedCustomServicePath);
        const executionsStubMethods = [
          "getExecution",
          "listExecutions",
          "deleteExecution",
          "cancelExecution"
        ];
        for (const methodName of executionsStubMethods) {
          const callPromise = this.executionsStub.then((stub) => (...args) => {
            if (this._terminated) {
              return Promise.reject("The client has already been closed.");
            }
            const func = stub[methodName];
            return func.apply(stub, args);
          }, (err) => () => {
            throw err;
          });
          const descriptor = this.descriptors.page[methodName] || this.descriptors.longrunning[methodName] || void 0;
          const apiCall = this._gaxModule.createApiCall(callPromise, this._defaults[methodName], descriptor, this._opts.fallback);
          this.innerApiCalls[methodName] = apiCall;
        }
        return this.executionsStub;
      }
      /**
       * The DNS address for this API service.
       * @deprecated Use the apiEndpoint method of the client instance.
       * @returns {string} The DNS address for this service.
       */
      static get servicePath() {
        if (typeof process === "object" && typeof process.emitWarning === "function") {
          process.emitWarning("Static servicePath is deprecated, please use the instance method instead.", "DeprecationWarning");
        }
        return "run.googleapis.com";
      }
      /**
       * The DNS address for this API service - same as servicePath.
       * @deprecated Use the apiEndpoint method of the client instance.
       * @returns {string} The DNS address for this service.
       */
      static get apiEndpoint() {
        if (typeof process === "object" && typeof process.emitWarning === "function") {
          process.emitWarning("Static apiEndpoint is deprecated, please use the instance method instead.", "DeprecationWarning");
        }
        return "run.googleapis.com";
      }
      /**
       * The DNS address for this API service.
       * @returns {string} The DNS address for this service.
       */
      get apiEndpoint() {
        return this._servicePath;
      }
      get universeDomain() {
        return this._universeDomain;
      }
      /**
       * The port for this API service.
       * @returns {number} The default port for this service.
       */
      static get port() {
        return 443;
      }
      /**
       * The scopes needed to make gRPC calls for every method defined
       * in this service.
       * @returns {string[]} List of default scopes.
       */
      static get scopes() {
        return ["https://www.googleapis.com/auth/cloud-platform"];
      }
      /**
       * Return the project ID used by this class.
       * @returns {Promise} A promise that resolves to string containing the project ID.
       */
      getProjectId(callback) {
        if (callback) {
          this.auth.getProjectId(callback);
          return;
        }
        return this.auth.getProjectId();
      }
      getExecution(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("getExecution request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getExecution response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getExecution(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getExecution response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      deleteExecution(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("deleteExecution response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deleteExecution request %j", request);
        return this.innerApiCalls.deleteExecution(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deleteExecution response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deleteExecution()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v2/executions.delete_execution.js</caption>
       * region_tag:run_v2_generated_Executions_DeleteExecution_async
       */
      async checkDeleteExecutionProgress(name) {
        this._log.info("deleteExecution long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteExecution, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      cancelExecution(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("cancelExecution response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("cancelExecution request %j", request);
        return this.innerApiCalls.cancelExecution(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("cancelExecution response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `cancelExecution()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v2/executions.cancel_execution.js</caption>
       * region_tag:run_v2_generated_Executions_CancelExecution_async
       */
      async checkCancelExecutionProgress(name) {
        this._log.info("cancelExecution long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.cancelExecution, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      listExecutions(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
          this._log.info("listExecutions values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listExecutions request %j", request);
        return this.innerApiCalls.listExecutions(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listExecutions values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listExecutions`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The Execution from which the Executions should be listed.
       *   To list all Executions across Jobs, use "-" instead of Job name.
       *   Format: `projects/{project}/locations/{location}/jobs/{job}`, where
       *   `{project}` can be project id or number.
       * @param {number} request.pageSize
       *   Maximum number of Executions to return in this call.
       * @param {string} request.pageToken
       *   A page token received from a previous call to ListExecutions.
       *   All other parameters must match.
       * @param {boolean} request.showDeleted
       *   If true, returns deleted (but unexpired) resources along with active ones.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.cloud.run.v2.Execution|Execution} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listExecutionsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listExecutionsStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listExecutions"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listExecutions stream %j", request);
        return this.descriptors.page.listExecutions.createStream(this.innerApiCalls.listExecutions, request, callSettings);
      }
      /**
       * Equivalent to `listExecutions`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The Execution from which the Executions should be listed.
       *   To list all Executions across Jobs, use "-" instead of Job name.
       *   Format: `projects/{project}/locations/{location}/jobs/{job}`, where
       *   `{project}` can be project id or number.
       * @param {number} request.pageSize
       *   Maximum number of Executions to return in this call.
       * @param {string} request.pageToken
       *   A page token received from a previous call to ListExecutions.
       *   All other parameters must match.
       * @param {boolean} request.showDeleted
       *   If true, returns deleted (but unexpired) resources along with active ones.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.cloud.run.v2.Execution|Execution}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v2/executions.list_executions.js</caption>
       * region_tag:run_v2_generated_Executions_ListExecutions_async
       */
      listExecutionsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listExecutions"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listExecutions iterate %j", request);
        return this.descriptors.page.listExecutions.asyncIterate(this.innerApiCalls["listExecutions"], request, callSettings);
      }
      /**
       * Gets information about a location.
       *
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   Resource name for the location.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html | CallOptions} for more details.
       * @returns {Promise} - The promise which resolves to an array.
       *   The first element of the array is an object representing {@link google.cloud.location.Location | Location}.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#regular-methods | documentation }
       *   for more details and examples.
       * @example
       * ```
       * const [response] = await client.getLocation(request);
       * ```
       */
      getLocation(request, options, callback) {
        return this.locationsClient.getLocation(request, options, callback);
      }
      /**
       * Lists information about the supported locations for this service. Returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   The resource that owns the locations collection, if applicable.
       * @param {string} request.filter
       *   The standard list filter.
       * @param {number} request.pageSize
       *   The standard list page size.
       * @param {string} request.pageToken
       *   The standard list page token.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link google.cloud.location.Location | Location}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example
       * ```
       * const iterable = client.listLocationsAsync(request);
       * for await (const response of iterable) {
       *   // process response
       * }
       * ```
       */
      listLocationsAsync(request, options) {
        return this.locationsClient.listLocationsAsync(request, options);
      }
      /**
       * Gets the latest state of a long-running operation.  Clients can use this
       * method to poll the operation result at intervals as recommended by the API
       * service.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       *   e.g, timeout, retries, paginations, etc. See {@link
       *   https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions}
       *   for the details.
       * @param {function(?Error, ?Object)=} callback
       *   The function which will be called with the result of the API call.
       *
       *   The second parameter to the callback is an object representing
       *   {@link google.longrunning.Operation | google.longrunning.Operation}.
       * @return {Promise} - The promise which resolves to an array.
       *   The first element of the array is an object representing
       * {@link google.longrunning.Operation | google.longrunning.Operation}.
       * The promise has a method named "cancel" which cancels the ongoing API call.
       *
       * @example
       * ```
       * const client = longrunning.operationsClient();
       * const name = '';
       * const [response] = await client.getOperation({name});
       * // doThingsWith(response)
       * ```
       */
      getOperation(request, optionsOrCallback, callback) {
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        return this.operationsClient.getOperation(request, options, callback);
      }
      /**
       * Lists operations that match the specified filter in the request. If the
       * server doesn't support this method, it returns `UNIMPLEMENTED`. Returns an iterable object.
       *
       * For-await-of syntax is used with the iterable to recursively get response element on-demand.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation collection.
       * @param {string} request.filter - The standard list filter.
       * @param {number=} request.pageSize -
       *   The maximum number of resources contained in the underlying API
       *   response. If page streaming is performed per-resource, this
       *   parameter does not affect the return value. If page streaming is
       *   performed per-page, this determines the maximum number of
       *   resources in a page.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       *   e.g, timeout, retries, paginations, etc. See {@link
       *   https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions} for the
       *   details.
       * @returns {Object}
       *   An iterable Object that conforms to {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | iteration protocols}.
       *
       * @example
       * ```
       * const client = longrunning.operationsClient();
       * for await (const response of client.listOperationsAsync(request));
       * // doThingsWith(response)
       * ```
       */
      listOperationsAsync(request, options) {
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        return this.operationsClient.listOperationsAsync(request, options);
      }
      /**
       * Starts asynchronous cancellation on a long-running operation.  The server
       * makes a best effort to cancel the operation, but success is not
       * guaranteed.  If the server doesn't support this method, it returns
       * `google.rpc.Code.UNIMPLEMENTED`.  Clients can use
       * {@link Operations.GetOperation} or
       * other methods to check whether the cancellation succeeded or whether the
       * operation completed despite cancellation. On successful cancellation,
       * the operation is not deleted; instead, it becomes an operation with
       * an {@link Operation.error} value with a {@link google.rpc.Status.code} of
       * 1, corresponding to `Code.CANCELLED`.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource to be cancelled.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       * e.g, timeout, retries, paginations, etc. See {@link
       * https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions} for the
       * details.
       * @param {function(?Error)=} callback
       *   The function which will be called with the result of the API call.
       * @return {Promise} - The promise which resolves when API call finishes.
       *   The promise has a method named "cancel" which cancels the ongoing API
       * call.
       *
       * @example
       * ```
       * const client = longrunning.operationsClient();
       * await client.cancelOperation({name: ''});
       * ```
       */
      cancelOperation(request, optionsOrCallback, callback) {
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        return this.operationsClient.cancelOperation(request, options, callback);
      }
      /**
       * Deletes a long-running operation. This method indicates that the client is
       * no longer interested in the operation result. It does not cancel the
       * operation. If the server doesn't support this method, it returns
       * `google.rpc.Code.UNIMPLEMENTED`.
       *
       * @param {Object} request - The request object that will be sent.
       * @param {string} request.name - The name of the operation resource to be deleted.
       * @param {Object=} options
       *   Optional parameters. You can override the default settings for this call,
       * e.g, timeout, retries, paginations, etc. See {@link
       * https://googleapis.github.io/gax-nodejs/global.html#CallOptions | gax.CallOptions}
       * for the details.
       * @param {function(?Error)=} callback
       *   The function which will be called with the result of the API call.
       * @return {Promise} - The promise which resolves when API call finishes.
       *   The promise has a method named "cancel" which cancels the ongoing API
       * call.
       *
       * @example
       * ```
       * const client = longrunning.operationsClient();
       * await client.deleteOperation({name: ''});
       * ```
       */
      deleteOperation(request, optionsOrCallback, callback) {
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        return this.operationsClient.deleteOperation(request, options, callback);
      }
      // --------------------
      // -- Path templates --
      // --------------------
      /**
       * Return a fully-qualified execution resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @param {string} execution
       * @returns {string} Resource name string.
       */
      executionPath(project, location, job, execution) {
        return this.pathTemplates.executionPathTemplate.render({
          project,
          location,
          job,
          execution
        });
      }
      /**
       * Parse the project from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).project;
      }
      /**
       * Parse the location from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).location;
      }
      /**
       * Parse the job from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).job;
      }
      /**
       * Parse the execution from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the execution.
       */
      matchExecutionFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).execution;
      }
      /**
       * Return a fully-qualified instance resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} instance
       * @returns {string} Resource name string.
       */
      instancePath(project, location, instance) {
        return this.pathTemplates.instancePathTemplate.render({
          project,
          location,
          instance
        });
      }
      /**
       * Parse the project from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).project;
      }
      /**
       * Parse the location from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).location;
      }
      /**
       * Parse the instance from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the instance.
       */
      matchInstanceFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).instance;
      }
      /**
       * Return a fully-qualified job resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @returns {string} Resource name string.
       */
      jobPath(project, location, job) {
        return this.pathTemplates.jobPathTemplate.render({
          project,
          location,
          job
        });
      }
      /**
       * Parse the project from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).project;
      }
      /**
       * Parse the location from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).location;
      }
      /**
       * Parse the job from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).job;
      }
      /**
       * Return a fully-qualified location resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @returns {string} Resource name string.
       */
      locationPath(project, location) {
        return this.pathTemplates.locationPathTemplate.render({
          project,
          location
        });
      }
      /**
       * Parse the project from Location resource.
       *
       * @param {string} locationName
       *   A fully-qualified path representing Location resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromLocationName(locationName) {
        return this.pathTemplates.locationPathTemplate.match(locationName).project;
      }
      /**
       * Parse the location from Location resource.
       *
       * @param {string} locationName
       *   A fully-qualified path representing Location resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromLocationName(locationName) {
        return this.pathTemplates.locationPathTemplate.match(locationName).location;
      }
      /**
       * Return a fully-qualified project resource name string.
       *
       * @param {string} project
       * @returns {string} Resource name string.
       */
      projectPath(project) {
        return this.pathTemplates.projectPathTemplate.render({
          project
        });
      }
      /**
       * Parse the project from Project resource.
       *
       * @param {string} projectName
       *   A fully-qualified path representing Project resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromProjectName(projectName) {
        return this.pathTemplates.projectPathTemplate.match(projectName).project;
      }
      /**
       * Return a fully-qualified revision resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} service
       * @param {string} revision
       * @returns {string} Resource name string.
       */
      revisionPath(project, location, service, revision) {
        return this.pathTemplates.revisionPathTemplate.render({
          project,
          location,
          service,
          revision
        });
      }
      /**
       * Parse the project from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).project;
      }
      /**
       * Parse the location from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).location;
      }
      /**
       * Parse the service from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the service.
       */
      matchServiceFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).service;
      }
      /**
       * Parse the revision from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the revision.
       */
      matchRevisionFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).revision;
      }
      /**
       * Return a fully-qualified service resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} service
       * @returns {string} Resource name string.
       */
      servicePath(project, location, service) {
        return this.pathTemplates.servicePathTemplate.render({
          project,
          location,
          service
        });
      }
      /**
       * Parse the project from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).project;
      }
      /**
       * Parse the location from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).location;
      }
      /**
       * Parse the service from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the service.
       */
      matchServiceFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).service;
      }
      /**
       * Return a fully-qualified task resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @param {string} execution
       * @param {string} task
       * @returns {string} Resource name string.
       */
      taskPath(project, location, job, execution, task) {
        return this.pathTemplates.taskPathTemplate.render({
          project,
          location,
          job,
          execution,
          task
        });
      }
      /**
       * Parse the project from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).project;
      }
      /**
       * Parse the location from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).location;
      }
      /**
       * Parse the job from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).job;
      }
      /**
       * Parse the execution from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the execution.
       */
      matchExecutionFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).execution;
      }
      /**
       * Parse the task from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the task.
       */
      matchTaskFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).task;
      }
      /**
       * Return a fully-qualified workerPool resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} worker_pool
       * @returns {string} Resource name string.
       */
      workerPoolPath(project, location, workerPool) {
        return this.pathTemplates.workerPoolPathTemplate.render({
          project,
          location,
          worker_pool: workerPool
        });
      }
      /**
       * Parse the project from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).project;
      }
      /**
       * Parse the location from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).location;
      }
      /**
       * Parse the worker_pool from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the worker_pool.
       */
      matchWorkerPoolFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).worker_pool;
      }
      /**
       * Terminate the gRPC channel and close the client.
       *
       * The client will no longer be usable and all future behavior is undefined.
       * @returns {Promise} A promise that resolves when the client is closed.
       */
      close() {
        if (this.executionsStub && !this._terminated) {
          return this.executionsStub.then((stub) => {
            this._log.info("ending gRPC channel");
            this._terminated = true;
            stub.close();
            this.locationsClient.close().catch((err) => {
              throw err;
            });
            void this.operationsClient.close();
          });
        }
        return Promise.resolve();
      }
    };
    exports2.ExecutionsClient = ExecutionsClient;
  }
});

// node_modules/@google-cloud/run/build/src/v2/tasks_client_config.json
var require_tasks_client_config = __commonJS({
  "node_modules/@google-cloud/run/build/src/v2/tasks_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.cloud.run.v2.Tasks": {
          retry_codes: {
            non_idempotent: [],
            idempotent: [
              "DEADLINE_EXCEEDED",
              "UNAVAILABLE"
            ]
          },
          retry_params: {
            default: {
              initial_retry_delay_millis: 100,
              retry_delay_multiplier: 1.3,
              max_retry_delay_millis: 6e4,
              initial_rpc_timeout_millis: 6e4,
              rpc_timeout_multiplier: 1,
              max_rpc_timeout_millis: 6e4,
              total_timeout_millis: 6e5
            }
          },
          methods: {
            GetTask: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListTasks: {
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/@google-cloud/run/build/src/v2/tasks_client.js
var require_tasks_client = __commonJS({
  "node_modules/@google-cloud/run/build/src/v2/tasks_client.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.TasksClient = void 0;
    var jsonProtos = require_protos();
    var google_gax_1 = require_google_gax();
    var gapicConfig = require_tasks_client_config();
    var version = require_package().version;
    var TasksClient = class {
      _terminated = false;
      _opts;
      _providedCustomServicePath;
      _gaxModule;
      _gaxGrpc;
      _protos;
      _defaults;
      _universeDomain;
      _servicePath;
      _log = google_gax_1.loggingUtils.log("run");
      auth;
      descriptors = {
        page: {},
        stream: {},
        longrunning: {},
        batching: {}
      };
      warn;
      innerApiCalls;
      locationsClient;
      pathTemplates;
      tasksStub;
      /**
       * Construct an instance of TasksClient.
       *
       * @param {object} [options] - The configuration object.
       * The options accepted by the constructor are described in detail
       * in [this document](https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#creating-the-client-instance).
       * The common options are:
       * @param {object} [options.credentials] - Credentials object.
       * @param {string} [options.credentials.client_email]
       * @param {string} [options.credentials.private_key]
       * @param {string} [options.email] - Account email address. Required when
       *     using a .pem or .p12 keyFilename.
       * @param {string} [options.keyFilename] - Full path to the a .json, .pem, or
       *     .p12 key downloaded from the Google Developers Console. If you provide
       *     a path to a JSON file, the projectId option below is not necessary.
       *     NOTE: .pem and .p12 require you to specify options.email as well.
       * @param {number} [options.port] - The port on which to connect to
       *     the remote host.
       * @param {string} [options.projectId] - The project ID from the Google
       *     Developer's Console, e.g. 'grape-spaceship-123'. We will also check
       *     the environment variable GCLOUD_PROJECT for your project ID. If your
       *     app is running in an environment which supports
       *     {@link https://cloud.google.com/docs/authentication/application-default-credentials Application Default Credentials},
       *     your project ID will be detected automatically.
       * @param {string} [options.apiEndpoint] - The domain name of the
       *     API remote host.
       * @param {gax.ClientConfig} [options.clientConfig] - Client configuration override.
       *     Follows the structure of {@link gapicConfig}.
       * @param {boolean} [options.fallback] - Use HTTP/1.1 REST mode.
       *     For more information, please check the
       *     {@link https://github.com/googleapis/gax-nodejs/blob/main/client-libraries.md#http11-rest-api-mode documentation}.
       * @param {gax} [gaxInstance]: loaded instance of `google-gax`. Useful if you
       *     need to avoid loading the default gRPC version and want to use the fallback
       *     HTTP implementation. Load only fallback version and pass it to the constructor:
       *     ```
       *     const gax = require('google-gax/build/src/fallback'); // avoids loading google-gax with gRPC
       *     const client = new TasksClient({fallback: true}, gax);
       *     ```
       */
      constructor(opts, gaxInstance) {
        const staticMembers = this.constructor;
        if (opts?.universe_domain && opts?.universeDomain && opts?.universe_domain !== opts?.universeDomain) {
          throw new Error("Please set either universe_domain or universeDomain, but not both.");
        }
        const universeDomainEnvVar = typeof process === "object" && typeof process.env === "object" ? process.env["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] : void 0;
        this._universeDomain = opts?.universeDomain ?? opts?.universe_domain ?? universeDomainEnvVar ?? "googleapis.com";
        this._servicePath = "run." + this._universeDomain;
        const servicePath = opts?.servicePath || opts?.apiEndpoint || this._servicePath;
        this._providedCustomServicePath = !!(opts?.servicePath || opts?.apiEndpoint);
        const port = opts?.port || staticMembers.port;
        const clientConfig = opts?.clientConfig ?? {};
        const fallback = opts?.fallback ?? (typeof window !== "undefined" && typeof window?.fetch === "function");
        opts = Object.assign({ servicePath, port, clientConfig, fallback }, opts);
        opts.numericEnums = true;
        if (servicePath !== this._servicePath && !("scopes" in opts)) {
          opts["scopes"] = staticMembers.scopes;
        }
        if (!gaxInstance) {
          gaxInstance = require_google_gax();
        }
        this._gaxModule = opts.fallback ? gaxInstance.fallback : gaxInstance;
        this._gaxGrpc = new this._gaxModule.GrpcClient(opts);
        this._opts = opts;
        this.auth = this._gaxGrpc.auth;
        this.auth.useJWTAccessWithScope = true;
        this.auth.defaultServicePath = this._servicePath;
        if (servicePath === this._servicePath) {
          this.auth.defaultScopes = staticMembers.scopes;
        }
        this.locationsClient = new this._gaxModule.LocationsClient(this._gaxGrpc, opts);
        const clientHeader = [`gax/${this._gaxModule.version}`, `gapic/${version}`];
        if (typeof process === "object" && "versions" in process) {
          clientHeader.push(`gl-node/${process.versions.node}`);
        } else {
          clientHeader.push(`gl-web/${this._gaxModule.version}`);
        }
        if (!opts.fallback) {
          clientHeader.push(`grpc/${this._gaxGrpc.grpcVersion}`);
        } else {
          clientHeader.push(`rest/${this._gaxGrpc.grpcVersion}`);
        }
        if (opts.libName && opts.libVersion) {
          clientHeader.push(`${opts.libName}/${opts.libVersion}`);
        }
        this._protos = this._gaxGrpc.loadProtoJSON(jsonProtos);
        this.pathTemplates = {
          cryptoKeyPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{crypto_key}"),
          executionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}/executions/{execution}"),
          instancePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/instances/{instance}"),
          jobPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}"),
          locationPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}"),
          projectPathTemplate: new this._gaxModule.PathTemplate("projects/{project}"),
          revisionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/services/{service}/revisions/{revision}"),
          servicePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/services/{service}"),
          taskPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/jobs/{job}/executions/{execution}/tasks/{task}"),
          workerPoolPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/workerPools/{worker_pool}")
        };
        this.descriptors.page = {
          listTasks: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "tasks")
        };
        this._defaults = this._gaxGrpc.constructSettings("google.cloud.run.v2.Tasks", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") });
        this.innerApiCalls = {};
        this.warn = this._gaxModule.warn;
      }
      /**
       * Initialize the client.
       * Performs asynchronous operations (such as authentication) and prepares the client.
       * This function will be called automatically when any class method is called for the
       * first time, but if you need to initialize it before calling an actual method,
       * feel free to call initialize() directly.
       *
       * You can await on this method if you want to make sure the client is initialized.
       *
       * @returns {Promise} A promise that resolves to an authenticated service stub.
       */
      initialize() {
        if (this.tasksStub) {
          return this.tasksStub;
        }
        this.tasksStub = this._gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.cloud.run.v2.Tasks") : (
          // eslint-disable-next-line @typescript-eslint/no-explicit-any
          this._protos.google.cloud.run.v2.Tasks
        ), this._opts, this._providedCustomServicePath);
        const tasksStubMethods = ["getTask", "listTasks"];
        for (const methodName of tasksStubMethods) {
          const callPromise = this.tasksStub.then((stub) => (...args) => {
            if (this._terminated) {
              return Promise.reject("The client has already been closed.");
            }
            const func = stub[methodName];
            return func.apply(stub, args);
          }, (err) => () => {
            throw err;
          });
          const descriptor = this.descriptors.page[methodName] || void 0;
          const apiCall = this._gaxModule.createApiCall(callPromise, this._defaults[methodName], descriptor, this._opts.fallback);
          this.innerApiCalls[methodName] = apiCall;
        }
        return this.tasksStub;
      }
      /**
       * The DNS address for this API service.
       * @deprecated Use the apiEndpoint method of the client instance.
       * @returns {string} The DNS address for this service.
       */
      static get servicePath() {
        if (typeof process === "object" && typeof process.emitWarning === "function") {
          process.emitWarning("Static servicePath is deprecated, please use the instance method instead.", "DeprecationWarning");
        }
        return "run.googleapis.com";
      }
      /**
       * The DNS address for this API service - same as servicePath.
       * @deprecated Use the apiEndpoint method of the client instance.
       * @returns {string} The DNS address for this service.
       */
      static get apiEndpoint() {
        if (typeof process === "object" && typeof process.emitWarning === "function") {
          process.emitWarning("Static apiEndpoint is deprecated, please use the instance method instead.", "DeprecationWarning");
        }
        return "run.googleapis.com";
      }
      /**
       * The DNS address for this API service.
       * @returns {string} The DNS address for this service.
       */
      get apiEndpoint() {
        return this._servicePath;
      }
      get universeDomain() {
        return this._universeDomain;
      }
      /**
       * The port for this API service.
       * @returns {number} The default port for this service.
       */
      static get port() {
        return 443;
      }
      /**
       * The scopes needed to make gRPC calls for every method defined
       * in this service.
       * @returns {string[]} List of default scopes.
       */
      static get scopes() {
        return ["https://www.googleapis.com/auth/cloud-platform"];
      }
      /**
       * Return the project ID used by this class.
       * @returns {Promise} A promise that resolves to string containing the project ID.
       */
      getProjectId(callback) {
        if (callback) {
          this.auth.getProjectId(callback);
          return;
        }
        return this.auth.getProjectId();
      }
      getTask(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          name: request.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("getTask request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getTask response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getTask(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getTask response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      listTasks(request, optionsOrCallback, callback) {
        request = request || {};
        let options;
        if (typeof optionsOrCallback === "function" && callback === void 0) {
          callback = optionsOrCallback;
          options = {};
        } else {
          options = optionsOrCallback;
        }
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        const wrappedCallback = callback ? (error, values, nextPageRequest, rawResponse) => {
          this._log.info("listTasks values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listTasks request %j", request);
        return this.innerApiCalls.listTasks(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listTasks values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listTasks`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The Execution from which the Tasks should be listed.
       *   To list all Tasks across Executions of a Job, use "-" instead of Execution
       *   name. To list all Tasks across Jobs, use "-" instead of Job name. Format:
       *   projects/{project}/locations/{location}/jobs/{job}/executions/{execution}
       * @param {number} request.pageSize
       *   Maximum number of Tasks to return in this call.
       * @param {string} request.pageToken
       *   A page token received from a previous call to ListTasks.
       *   All other parameters must match.
       * @param {boolean} request.showDeleted
       *   If true, returns deleted (but unexpired) resources along with active ones.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.cloud.run.v2.Task|Task} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listTasksAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listTasksStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listTasks"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listTasks stream %j", request);
        return this.descriptors.page.listTasks.createStream(this.innerApiCalls.listTasks, request, callSettings);
      }
      /**
       * Equivalent to `listTasks`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The Execution from which the Tasks should be listed.
       *   To list all Tasks across Executions of a Job, use "-" instead of Execution
       *   name. To list all Tasks across Jobs, use "-" instead of Job name. Format:
       *   projects/{project}/locations/{location}/jobs/{job}/executions/{execution}
       * @param {number} request.pageSize
       *   Maximum number of Tasks to return in this call.
       * @param {string} request.pageToken
       *   A page token received from a previous call to ListTasks.
       *   All other parameters must match.
       * @param {boolean} request.showDeleted
       *   If true, returns deleted (but unexpired) resources along with active ones.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.cloud.run.v2.Task|Task}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v2/tasks.list_tasks.js</caption>
       * region_tag:run_v2_generated_Tasks_ListTasks_async
       */
      listTasksAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listTasks"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listTasks iterate %j", request);
        return this.descriptors.page.listTasks.asyncIterate(this.innerApiCalls["listTasks"], request, callSettings);
      }
      /**
       * Gets information about a location.
       *
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   Resource name for the location.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html | CallOptions} for more details.
       * @returns {Promise} - The promise which resolves to an array.
       *   The first element of the array is an object representing {@link google.cloud.location.Location | Location}.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#regular-methods | documentation }
       *   for more details and examples.
       * @example
       * ```
       * const [response] = await client.getLocation(request);
       * ```
       */
      getLocation(request, options, callback) {
        return this.locationsClient.getLocation(request, options, callback);
      }
      /**
       * Lists information about the supported locations for this service. Returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.name
       *   The resource that owns the locations collection, if applicable.
       * @param {string} request.filter
       *   The standard list filter.
       * @param {number} request.pageSize
       *   The standard list page size.
       * @param {string} request.pageToken
       *   The standard list page token.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link google.cloud.location.Location | Location}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example
       * ```
       * const iterable = client.listLocationsAsync(request);
       * for await (const response of iterable) {
       *   // process response
       * }
       * ```
       */
      listLocationsAsync(request, options) {
        return this.locationsClient.listLocationsAsync(request, options);
      }
      // --------------------
      // -- Path templates --
      // --------------------
      /**
       * Return a fully-qualified cryptoKey resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} key_ring
       * @param {string} crypto_key
       * @returns {string} Resource name string.
       */
      cryptoKeyPath(project, location, keyRing, cryptoKey) {
        return this.pathTemplates.cryptoKeyPathTemplate.render({
          project,
          location,
          key_ring: keyRing,
          crypto_key: cryptoKey
        });
      }
      /**
       * Parse the project from CryptoKey resource.
       *
       * @param {string} cryptoKeyName
       *   A fully-qualified path representing CryptoKey resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromCryptoKeyName(cryptoKeyName) {
        return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).project;
      }
      /**
       * Parse the location from CryptoKey resource.
       *
       * @param {string} cryptoKeyName
       *   A fully-qualified path representing CryptoKey resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromCryptoKeyName(cryptoKeyName) {
        return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).location;
      }
      /**
       * Parse the key_ring from CryptoKey resource.
       *
       * @param {string} cryptoKeyName
       *   A fully-qualified path representing CryptoKey resource.
       * @returns {string} A string representing the key_ring.
       */
      matchKeyRingFromCryptoKeyName(cryptoKeyName) {
        return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).key_ring;
      }
      /**
       * Parse the crypto_key from CryptoKey resource.
       *
       * @param {string} cryptoKeyName
       *   A fully-qualified path representing CryptoKey resource.
       * @returns {string} A string representing the crypto_key.
       */
      matchCryptoKeyFromCryptoKeyName(cryptoKeyName) {
        return this.pathTemplates.cryptoKeyPathTemplate.match(cryptoKeyName).crypto_key;
      }
      /**
       * Return a fully-qualified execution resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @param {string} execution
       * @returns {string} Resource name string.
       */
      executionPath(project, location, job, execution) {
        return this.pathTemplates.executionPathTemplate.render({
          project,
          location,
          job,
          execution
        });
      }
      /**
       * Parse the project from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).project;
      }
      /**
       * Parse the location from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).location;
      }
      /**
       * Parse the job from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).job;
      }
      /**
       * Parse the execution from Execution resource.
       *
       * @param {string} executionName
       *   A fully-qualified path representing Execution resource.
       * @returns {string} A string representing the execution.
       */
      matchExecutionFromExecutionName(executionName) {
        return this.pathTemplates.executionPathTemplate.match(executionName).execution;
      }
      /**
       * Return a fully-qualified instance resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} instance
       * @returns {string} Resource name string.
       */
      instancePath(project, location, instance) {
        return this.pathTemplates.instancePathTemplate.render({
          project,
          location,
          instance
        });
      }
      /**
       * Parse the project from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).project;
      }
      /**
       * Parse the location from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).location;
      }
      /**
       * Parse the instance from Instance resource.
       *
       * @param {string} instanceName
       *   A fully-qualified path representing Instance resource.
       * @returns {string} A string representing the instance.
       */
      matchInstanceFromInstanceName(instanceName) {
        return this.pathTemplates.instancePathTemplate.match(instanceName).instance;
      }
      /**
       * Return a fully-qualified job resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @returns {string} Resource name string.
       */
      jobPath(project, location, job) {
        return this.pathTemplates.jobPathTemplate.render({
          project,
          location,
          job
        });
      }
      /**
       * Parse the project from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).project;
      }
      /**
       * Parse the location from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).location;
      }
      /**
       * Parse the job from Job resource.
       *
       * @param {string} jobName
       *   A fully-qualified path representing Job resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromJobName(jobName) {
        return this.pathTemplates.jobPathTemplate.match(jobName).job;
      }
      /**
       * Return a fully-qualified location resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @returns {string} Resource name string.
       */
      locationPath(project, location) {
        return this.pathTemplates.locationPathTemplate.render({
          project,
          location
        });
      }
      /**
       * Parse the project from Location resource.
       *
       * @param {string} locationName
       *   A fully-qualified path representing Location resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromLocationName(locationName) {
        return this.pathTemplates.locationPathTemplate.match(locationName).project;
      }
      /**
       * Parse the location from Location resource.
       *
       * @param {string} locationName
       *   A fully-qualified path representing Location resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromLocationName(locationName) {
        return this.pathTemplates.locationPathTemplate.match(locationName).location;
      }
      /**
       * Return a fully-qualified project resource name string.
       *
       * @param {string} project
       * @returns {string} Resource name string.
       */
      projectPath(project) {
        return this.pathTemplates.projectPathTemplate.render({
          project
        });
      }
      /**
       * Parse the project from Project resource.
       *
       * @param {string} projectName
       *   A fully-qualified path representing Project resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromProjectName(projectName) {
        return this.pathTemplates.projectPathTemplate.match(projectName).project;
      }
      /**
       * Return a fully-qualified revision resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} service
       * @param {string} revision
       * @returns {string} Resource name string.
       */
      revisionPath(project, location, service, revision) {
        return this.pathTemplates.revisionPathTemplate.render({
          project,
          location,
          service,
          revision
        });
      }
      /**
       * Parse the project from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).project;
      }
      /**
       * Parse the location from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).location;
      }
      /**
       * Parse the service from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the service.
       */
      matchServiceFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).service;
      }
      /**
       * Parse the revision from Revision resource.
       *
       * @param {string} revisionName
       *   A fully-qualified path representing Revision resource.
       * @returns {string} A string representing the revision.
       */
      matchRevisionFromRevisionName(revisionName) {
        return this.pathTemplates.revisionPathTemplate.match(revisionName).revision;
      }
      /**
       * Return a fully-qualified service resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} service
       * @returns {string} Resource name string.
       */
      servicePath(project, location, service) {
        return this.pathTemplates.servicePathTemplate.render({
          project,
          location,
          service
        });
      }
      /**
       * Parse the project from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).project;
      }
      /**
       * Parse the location from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).location;
      }
      /**
       * Parse the service from Service resource.
       *
       * @param {string} serviceName
       *   A fully-qualified path representing Service resource.
       * @returns {string} A string representing the service.
       */
      matchServiceFromServiceName(serviceName) {
        return this.pathTemplates.servicePathTemplate.match(serviceName).service;
      }
      /**
       * Return a fully-qualified task resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} job
       * @param {string} execution
       * @param {string} task
       * @returns {string} Resource name string.
       */
      taskPath(project, location, job, execution, task) {
        return this.pathTemplates.taskPathTemplate.render({
          project,
          location,
          job,
          execution,
          task
        });
      }
      /**
       * Parse the project from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).project;
      }
      /**
       * Parse the location from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).location;
      }
      /**
       * Parse the job from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the job.
       */
      matchJobFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).job;
      }
      /**
       * Parse the execution from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the execution.
       */
      matchExecutionFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).execution;
      }
      /**
       * Parse the task from Task resource.
       *
       * @param {string} taskName
       *   A fully-qualified path representing Task resource.
       * @returns {string} A string representing the task.
       */
      matchTaskFromTaskName(taskName) {
        return this.pathTemplates.taskPathTemplate.match(taskName).task;
      }
      /**
       * Return a fully-qualified workerPool resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} worker_pool
       * @returns {string} Resource name string.
       */
      workerPoolPath(project, location, workerPool) {
        return this.pathTemplates.workerPoolPathTemplate.render({
          project,
          location,
          worker_pool: workerPool
        });
      }
      /**
       * Parse the project from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).project;
      }
      /**
       * Parse the location from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).location;
      }
      /**
       * Parse the worker_pool from WorkerPool resource.
       *
       * @param {string} workerPoolName
       *   A fully-qualified path representing WorkerPool resource.
       * @returns {string} A string representing the worker_pool.
       */
      matchWorkerPoolFromWorkerPoolName(workerPoolName) {
        return this.pathTemplates.workerPoolPathTemplate.match(workerPoolName).worker_pool;
      }
      /**
       * Terminate the gRPC channel and close the client.
       *
       * The client will no longer be usable and all future behavior is undefined.
       * @returns {Promise} A promise that resolves when the client is closed.
       */
      close() {
        if (this.tasksStub && !this._terminated) {
          return this.tasksStub.then((stub) => {
            this._log.info("ending gRPC channel");
            this._terminated = true;
            stub.close();
            this.locationsClient.close().catch((err) => {
              throw err;
            });
          });
        }
        return Promise.resolve();
      }
    };
    exports2.TasksClient = TasksClient;
  }
});

// google-run.cjs
Object.defineProperty(exports, "@google-cloud/run/build/src/v2/executions_client.js", { get: () => require_executions_client() });
Object.defineProperty(exports, "@google-cloud/run/build/src/v2/tasks_client.js", { get: () => require_tasks_client() });
