var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/@google-cloud/artifact-registry/build/protos/protos.json
var require_protos = __commonJS({
  "node_modules/@google-cloud/artifact-registry/build/protos/protos.json"(exports2, module2) {
    module2.exports = {
      nested: {
        google: {
          nested: {
            devtools: {
              nested: {
                artifactregistry: {
                  nested: {
                    v1: {
                      options: {
                        csharp_namespace: "Google.Cloud.ArtifactRegistry.V1",
                        go_package: "cloud.google.com/go/artifactregistry/apiv1/artifactregistrypb;artifactregistrypb",
                        java_multiple_files: true,
                        java_outer_classname: "YumArtifactProto",
                        java_package: "com.google.devtools.artifactregistry.v1",
                        php_namespace: "Google\\Cloud\\ArtifactRegistry\\V1",
                        ruby_package: "Google::Cloud::ArtifactRegistry::V1",
                        "(google.api.resource_definition).type": "servicedirectory.googleapis.com/Service",
                        "(google.api.resource_definition).pattern": "projects/{project}/locations/{location}/namespaces/{namespace}/services/{service}"
                      },
                      nested: {
                        AptArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/AptArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/aptArtifacts/{apt_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageType: {
                              type: "PackageType",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            architecture: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            component: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            controlFile: {
                              type: "bytes",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            PackageType: {
                              values: {
                                PACKAGE_TYPE_UNSPECIFIED: 0,
                                BINARY: 1,
                                SOURCE: 2
                              }
                            }
                          }
                        },
                        ImportAptArtifactsGcsSource: {
                          fields: {
                            uris: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            },
                            useWildcards: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsRequest: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportAptArtifactsGcsSource",
                              id: 2
                            },
                            parent: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        ImportAptArtifactsErrorInfo: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportAptArtifactsGcsSource",
                              id: 1
                            },
                            error: {
                              type: "google.rpc.Status",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsResponse: {
                          fields: {
                            aptArtifacts: {
                              rule: "repeated",
                              type: "AptArtifact",
                              id: 1
                            },
                            errors: {
                              rule: "repeated",
                              type: "ImportAptArtifactsErrorInfo",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsMetadata: {
                          fields: {}
                        },
                        DockerImage: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/DockerImage",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/dockerImages/{docker_image}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            uri: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            tags: {
                              rule: "repeated",
                              type: "string",
                              id: 3
                            },
                            imageSizeBytes: {
                              type: "int64",
                              id: 4
                            },
                            uploadTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            mediaType: {
                              type: "string",
                              id: 6
                            },
                            buildTime: {
                              type: "google.protobuf.Timestamp",
                              id: 7
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            artifactType: {
                              type: "string",
                              id: 9
                            },
                            imageManifests: {
                              rule: "repeated",
                              type: "ImageManifest",
                              id: 11,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ImageManifest: {
                          fields: {
                            architecture: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            os: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            digest: {
                              type: "string",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            mediaType: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            osVersion: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            osFeatures: {
                              rule: "repeated",
                              type: "string",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            variant: {
                              type: "string",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListDockerImagesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
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
                            orderBy: {
                              type: "string",
                              id: 4
                            }
                          }
                        },
                        ListDockerImagesResponse: {
                          fields: {
                            dockerImages: {
                              rule: "repeated",
                              type: "DockerImage",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetDockerImageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/DockerImage"
                              }
                            }
                          }
                        },
                        MavenArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/MavenArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/mavenArtifacts/{maven_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            pomUri: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            groupId: {
                              type: "string",
                              id: 3
                            },
                            artifactId: {
                              type: "string",
                              id: 4
                            },
                            version: {
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
                            }
                          }
                        },
                        ListMavenArtifactsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/MavenArtifact"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListMavenArtifactsResponse: {
                          fields: {
                            mavenArtifacts: {
                              rule: "repeated",
                              type: "MavenArtifact",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetMavenArtifactRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/MavenArtifact"
                              }
                            }
                          }
                        },
                        NpmPackage: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/NpmPackage",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/npmPackages/{npm_package}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 3
                            },
                            version: {
                              type: "string",
                              id: 4
                            },
                            tags: {
                              rule: "repeated",
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
                            }
                          }
                        },
                        ListNpmPackagesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/NpmPackage"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListNpmPackagesResponse: {
                          fields: {
                            npmPackages: {
                              rule: "repeated",
                              type: "NpmPackage",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetNpmPackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/NpmPackage"
                              }
                            }
                          }
                        },
                        PythonPackage: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/PythonPackage",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/pythonPackages/{python_package}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            uri: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 3
                            },
                            version: {
                              type: "string",
                              id: 4
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
                            }
                          }
                        },
                        ListPythonPackagesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/PythonPackage"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListPythonPackagesResponse: {
                          fields: {
                            pythonPackages: {
                              rule: "repeated",
                              type: "PythonPackage",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetPythonPackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/PythonPackage"
                              }
                            }
                          }
                        },
                        Attachment: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Attachment",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/attachments/{attachment}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            target: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            type: {
                              type: "string",
                              id: 3
                            },
                            attachmentNamespace: {
                              type: "string",
                              id: 4
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
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
                            files: {
                              rule: "repeated",
                              type: "string",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/File"
                              }
                            },
                            ociVersionName: {
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        ListAttachmentsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Attachment"
                              }
                            },
                            filter: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 3
                            },
                            pageToken: {
                              type: "string",
                              id: 4
                            }
                          }
                        },
                        ListAttachmentsResponse: {
                          fields: {
                            attachments: {
                              rule: "repeated",
                              type: "Attachment",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetAttachmentRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Attachment"
                              }
                            }
                          }
                        },
                        CreateAttachmentRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Attachment"
                              }
                            },
                            attachmentId: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            attachment: {
                              type: "Attachment",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            }
                          }
                        },
                        DeleteAttachmentRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Attachment"
                              }
                            }
                          }
                        },
                        ExportArtifactRequest: {
                          oneofs: {
                            sourceArtifact: {
                              oneof: [
                                "sourceVersion",
                                "sourceTag"
                              ]
                            },
                            destination: {
                              oneof: [
                                "gcsPath"
                              ]
                            }
                          },
                          fields: {
                            sourceVersion: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Version"
                              }
                            },
                            sourceTag: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Tag"
                              }
                            },
                            gcsPath: {
                              type: "string",
                              id: 3
                            },
                            repository: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            }
                          }
                        },
                        ExportArtifactResponse: {
                          fields: {
                            exportedVersion: {
                              type: "Version",
                              id: 1
                            }
                          }
                        },
                        ExportArtifactMetadata: {
                          fields: {
                            exportedFiles: {
                              rule: "repeated",
                              type: "ExportedFile",
                              id: 1
                            }
                          },
                          nested: {
                            ExportedFile: {
                              oneofs: {
                                destination: {
                                  oneof: [
                                    "gcsObjectPath"
                                  ]
                                }
                              },
                              fields: {
                                gcsObjectPath: {
                                  type: "string",
                                  id: 2
                                },
                                name: {
                                  type: "string",
                                  id: 1,
                                  options: {
                                    "(google.api.resource_reference).type": "artifactregistry.googleapis.com/File"
                                  }
                                },
                                hashes: {
                                  rule: "repeated",
                                  type: "Hash",
                                  id: 3
                                }
                              }
                            }
                          }
                        },
                        Hash: {
                          fields: {
                            type: {
                              type: "HashType",
                              id: 1
                            },
                            value: {
                              type: "bytes",
                              id: 2
                            }
                          },
                          nested: {
                            HashType: {
                              values: {
                                HASH_TYPE_UNSPECIFIED: 0,
                                SHA256: 1,
                                MD5: 2,
                                DIRSUM_SHA256: 3
                              }
                            }
                          }
                        },
                        File: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/File",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/files/{file}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            sizeBytes: {
                              type: "int64",
                              id: 3
                            },
                            hashes: {
                              rule: "repeated",
                              type: "Hash",
                              id: 4
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            owner: {
                              type: "string",
                              id: 7
                            },
                            fetchTime: {
                              type: "google.protobuf.Timestamp",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListFilesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/File"
                              }
                            },
                            filter: {
                              type: "string",
                              id: 4
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            },
                            orderBy: {
                              type: "string",
                              id: 5
                            }
                          }
                        },
                        ListFilesResponse: {
                          fields: {
                            files: {
                              rule: "repeated",
                              type: "File",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetFileRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/File"
                              }
                            }
                          }
                        },
                        DeleteFileRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/File"
                              }
                            }
                          }
                        },
                        UpdateFileRequest: {
                          fields: {
                            file: {
                              type: "File",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            }
                          }
                        },
                        VersionView: {
                          values: {
                            VERSION_VIEW_UNSPECIFIED: 0,
                            BASIC: 1,
                            FULL: 2
                          }
                        },
                        Version: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Version",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/versions/{version}"
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
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            },
                            relatedTags: {
                              rule: "repeated",
                              type: "Tag",
                              id: 7
                            },
                            metadata: {
                              type: "google.protobuf.Struct",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            fingerprints: {
                              rule: "repeated",
                              type: "Hash",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        ListVersionsRequest: {
                          fields: {
                            parent: {
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
                            view: {
                              type: "VersionView",
                              id: 4
                            },
                            orderBy: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            filter: {
                              type: "string",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListVersionsResponse: {
                          fields: {
                            versions: {
                              rule: "repeated",
                              type: "Version",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetVersionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            view: {
                              type: "VersionView",
                              id: 2
                            }
                          }
                        },
                        DeleteVersionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            force: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        BatchDeleteVersionsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Version"
                              }
                            },
                            names: {
                              rule: "repeated",
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Version"
                              }
                            },
                            validateOnly: {
                              type: "bool",
                              id: 3
                            }
                          }
                        },
                        BatchDeleteVersionsMetadata: {
                          fields: {
                            failedVersions: {
                              rule: "repeated",
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        UpdateVersionRequest: {
                          fields: {
                            version: {
                              type: "Version",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        Tag: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Tag",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/tags/{tag}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            version: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        ListTagsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1
                            },
                            filter: {
                              type: "string",
                              id: 4
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListTagsResponse: {
                          fields: {
                            tags: {
                              rule: "repeated",
                              type: "Tag",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetTagRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        CreateTagRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1
                            },
                            tagId: {
                              type: "string",
                              id: 2
                            },
                            tag: {
                              type: "Tag",
                              id: 3
                            }
                          }
                        },
                        UpdateTagRequest: {
                          fields: {
                            tag: {
                              type: "Tag",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        DeleteTagRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        GenericArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/GenericArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/genericArtifacts/{generic_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            version: {
                              type: "string",
                              id: 2
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        GoModule: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/GoModule",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/goModules/{go_module}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            version: {
                              type: "string",
                              id: 2
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        KfpArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/KfpArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/kfpArtifacts/{kfp_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            version: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        Package: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Package",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/packages/{package}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            displayName: {
                              type: "string",
                              id: 2
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            },
                            annotations: {
                              keyType: "string",
                              type: "string",
                              id: 7,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListPackagesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Package"
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
                            filter: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            orderBy: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListPackagesResponse: {
                          fields: {
                            packages: {
                              rule: "repeated",
                              type: "Package",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetPackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Package"
                              }
                            }
                          }
                        },
                        DeletePackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Package"
                              }
                            }
                          }
                        },
                        UpdatePackageRequest: {
                          fields: {
                            package: {
                              type: "Package",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        UpstreamPolicy: {
                          fields: {
                            id: {
                              type: "string",
                              id: 1
                            },
                            repository: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            },
                            priority: {
                              type: "int32",
                              id: 3
                            }
                          }
                        },
                        CleanupPolicyCondition: {
                          oneofs: {
                            _tagState: {
                              oneof: [
                                "tagState"
                              ]
                            },
                            _olderThan: {
                              oneof: [
                                "olderThan"
                              ]
                            },
                            _newerThan: {
                              oneof: [
                                "newerThan"
                              ]
                            }
                          },
                          fields: {
                            tagState: {
                              type: "TagState",
                              id: 2,
                              options: {
                                proto3_optional: true
                              }
                            },
                            tagPrefixes: {
                              rule: "repeated",
                              type: "string",
                              id: 3
                            },
                            versionNamePrefixes: {
                              rule: "repeated",
                              type: "string",
                              id: 4
                            },
                            packageNamePrefixes: {
                              rule: "repeated",
                              type: "string",
                              id: 5
                            },
                            olderThan: {
                              type: "google.protobuf.Duration",
                              id: 6,
                              options: {
                                proto3_optional: true
                              }
                            },
                            newerThan: {
                              type: "google.protobuf.Duration",
                              id: 7,
                              options: {
                                proto3_optional: true
                              }
                            }
                          },
                          nested: {
                            TagState: {
                              values: {
                                TAG_STATE_UNSPECIFIED: 0,
                                TAGGED: 1,
                                UNTAGGED: 2,
                                ANY: 3
                              }
                            }
                          }
                        },
                        CleanupPolicyMostRecentVersions: {
                          oneofs: {
                            _keepCount: {
                              oneof: [
                                "keepCount"
                              ]
                            }
                          },
                          fields: {
                            packageNamePrefixes: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            },
                            keepCount: {
                              type: "int32",
                              id: 2,
                              options: {
                                proto3_optional: true
                              }
                            }
                          }
                        },
                        CleanupPolicy: {
                          oneofs: {
                            conditionType: {
                              oneof: [
                                "condition",
                                "mostRecentVersions"
                              ]
                            }
                          },
                          fields: {
                            condition: {
                              type: "CleanupPolicyCondition",
                              id: 2
                            },
                            mostRecentVersions: {
                              type: "CleanupPolicyMostRecentVersions",
                              id: 4
                            },
                            id: {
                              type: "string",
                              id: 1
                            },
                            action: {
                              type: "Action",
                              id: 3
                            }
                          },
                          nested: {
                            Action: {
                              values: {
                                ACTION_UNSPECIFIED: 0,
                                DELETE: 1,
                                KEEP: 2
                              }
                            }
                          }
                        },
                        VirtualRepositoryConfig: {
                          fields: {
                            upstreamPolicies: {
                              rule: "repeated",
                              type: "UpstreamPolicy",
                              id: 1
                            }
                          }
                        },
                        RemoteRepositoryConfig: {
                          oneofs: {
                            remoteSource: {
                              oneof: [
                                "dockerRepository",
                                "mavenRepository",
                                "npmRepository",
                                "pythonRepository",
                                "aptRepository",
                                "yumRepository",
                                "commonRepository"
                              ]
                            }
                          },
                          fields: {
                            dockerRepository: {
                              type: "DockerRepository",
                              id: 2
                            },
                            mavenRepository: {
                              type: "MavenRepository",
                              id: 3
                            },
                            npmRepository: {
                              type: "NpmRepository",
                              id: 4
                            },
                            pythonRepository: {
                              type: "PythonRepository",
                              id: 5
                            },
                            aptRepository: {
                              type: "AptRepository",
                              id: 6
                            },
                            yumRepository: {
                              type: "YumRepository",
                              id: 7
                            },
                            commonRepository: {
                              type: "CommonRemoteRepository",
                              id: 14
                            },
                            description: {
                              type: "string",
                              id: 1
                            },
                            upstreamCredentials: {
                              type: "UpstreamCredentials",
                              id: 9,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            disableUpstreamValidation: {
                              type: "bool",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "INPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            UpstreamCredentials: {
                              oneofs: {
                                credentials: {
                                  oneof: [
                                    "usernamePasswordCredentials"
                                  ]
                                }
                              },
                              fields: {
                                usernamePasswordCredentials: {
                                  type: "UsernamePasswordCredentials",
                                  id: 1
                                }
                              },
                              nested: {
                                UsernamePasswordCredentials: {
                                  fields: {
                                    username: {
                                      type: "string",
                                      id: 1
                                    },
                                    passwordSecretVersion: {
                                      type: "string",
                                      id: 2,
                                      options: {
                                        "(google.api.resource_reference).type": "secretmanager.googleapis.com/SecretVersion"
                                      }
                                    }
                                  }
                                }
                              }
                            },
                            DockerRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                },
                                PublicRepository: {
                                  values: {
                                    PUBLIC_REPOSITORY_UNSPECIFIED: 0,
                                    DOCKER_HUB: 1
                                  }
                                }
                              }
                            },
                            MavenRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                },
                                PublicRepository: {
                                  values: {
                                    PUBLIC_REPOSITORY_UNSPECIFIED: 0,
                                    MAVEN_CENTRAL: 1
                                  }
                                }
                              }
                            },
                            NpmRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                },
                                PublicRepository: {
                                  values: {
                                    PUBLIC_REPOSITORY_UNSPECIFIED: 0,
                                    NPMJS: 1
                                  }
                                }
                              }
                            },
                            PythonRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                },
                                PublicRepository: {
                                  values: {
                                    PUBLIC_REPOSITORY_UNSPECIFIED: 0,
                                    PYPI: 1
                                  }
                                }
                              }
                            },
                            AptRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                PublicRepository: {
                                  fields: {
                                    repositoryBase: {
                                      type: "RepositoryBase",
                                      id: 1
                                    },
                                    repositoryPath: {
                                      type: "string",
                                      id: 2
                                    }
                                  },
                                  nested: {
                                    RepositoryBase: {
                                      values: {
                                        REPOSITORY_BASE_UNSPECIFIED: 0,
                                        DEBIAN: 1,
                                        UBUNTU: 2,
                                        DEBIAN_SNAPSHOT: 3
                                      }
                                    }
                                  }
                                },
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                }
                              }
                            },
                            YumRepository: {
                              oneofs: {
                                upstream: {
                                  oneof: [
                                    "publicRepository",
                                    "customRepository"
                                  ]
                                }
                              },
                              fields: {
                                publicRepository: {
                                  type: "PublicRepository",
                                  id: 1
                                },
                                customRepository: {
                                  type: "CustomRepository",
                                  id: 3
                                }
                              },
                              nested: {
                                PublicRepository: {
                                  fields: {
                                    repositoryBase: {
                                      type: "RepositoryBase",
                                      id: 1
                                    },
                                    repositoryPath: {
                                      type: "string",
                                      id: 2
                                    }
                                  },
                                  nested: {
                                    RepositoryBase: {
                                      values: {
                                        REPOSITORY_BASE_UNSPECIFIED: 0,
                                        CENTOS: 1,
                                        CENTOS_DEBUG: 2,
                                        CENTOS_VAULT: 3,
                                        CENTOS_STREAM: 4,
                                        ROCKY: 5,
                                        EPEL: 6
                                      }
                                    }
                                  }
                                },
                                CustomRepository: {
                                  fields: {
                                    uri: {
                                      type: "string",
                                      id: 1
                                    }
                                  }
                                }
                              }
                            },
                            CommonRemoteRepository: {
                              fields: {
                                uri: {
                                  type: "string",
                                  id: 1,
                                  options: {
                                    "(google.api.field_behavior)": "REQUIRED"
                                  }
                                }
                              }
                            }
                          }
                        },
                        Repository: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Repository",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}"
                          },
                          oneofs: {
                            formatConfig: {
                              oneof: [
                                "mavenConfig",
                                "dockerConfig"
                              ]
                            },
                            modeConfig: {
                              oneof: [
                                "virtualRepositoryConfig",
                                "remoteRepositoryConfig"
                              ]
                            }
                          },
                          fields: {
                            mavenConfig: {
                              type: "MavenRepositoryConfig",
                              id: 9
                            },
                            dockerConfig: {
                              type: "DockerRepositoryConfig",
                              id: 17
                            },
                            virtualRepositoryConfig: {
                              type: "VirtualRepositoryConfig",
                              id: 14
                            },
                            remoteRepositoryConfig: {
                              type: "RemoteRepositoryConfig",
                              id: 15
                            },
                            name: {
                              type: "string",
                              id: 1
                            },
                            format: {
                              type: "Format",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            description: {
                              type: "string",
                              id: 3
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            kmsKeyName: {
                              type: "string",
                              id: 8
                            },
                            mode: {
                              type: "Mode",
                              id: 10,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            cleanupPolicies: {
                              keyType: "string",
                              type: "CleanupPolicy",
                              id: 12,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            sizeBytes: {
                              type: "int64",
                              id: 13,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            satisfiesPzs: {
                              type: "bool",
                              id: 16,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            cleanupPolicyDryRun: {
                              type: "bool",
                              id: 18,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            vulnerabilityScanningConfig: {
                              type: "VulnerabilityScanningConfig",
                              id: 19,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            disallowUnspecifiedMode: {
                              type: "bool",
                              id: 21,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            satisfiesPzi: {
                              type: "bool",
                              id: 22,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            registryUri: {
                              type: "string",
                              id: 26,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            MavenRepositoryConfig: {
                              fields: {
                                allowSnapshotOverwrites: {
                                  type: "bool",
                                  id: 1
                                },
                                versionPolicy: {
                                  type: "VersionPolicy",
                                  id: 2
                                }
                              },
                              nested: {
                                VersionPolicy: {
                                  values: {
                                    VERSION_POLICY_UNSPECIFIED: 0,
                                    RELEASE: 1,
                                    SNAPSHOT: 2
                                  }
                                }
                              }
                            },
                            DockerRepositoryConfig: {
                              fields: {
                                immutableTags: {
                                  type: "bool",
                                  id: 1
                                }
                              }
                            },
                            VulnerabilityScanningConfig: {
                              fields: {
                                enablementConfig: {
                                  type: "EnablementConfig",
                                  id: 1,
                                  options: {
                                    "(google.api.field_behavior)": "OPTIONAL"
                                  }
                                },
                                lastEnableTime: {
                                  type: "google.protobuf.Timestamp",
                                  id: 2,
                                  options: {
                                    "(google.api.field_behavior)": "OUTPUT_ONLY"
                                  }
                                },
                                enablementState: {
                                  type: "EnablementState",
                                  id: 3,
                                  options: {
                                    "(google.api.field_behavior)": "OUTPUT_ONLY"
                                  }
                                },
                                enablementStateReason: {
                                  type: "string",
                                  id: 4,
                                  options: {
                                    "(google.api.field_behavior)": "OUTPUT_ONLY"
                                  }
                                }
                              },
                              nested: {
                                EnablementConfig: {
                                  values: {
                                    ENABLEMENT_CONFIG_UNSPECIFIED: 0,
                                    INHERITED: 1,
                                    DISABLED: 2
                                  }
                                },
                                EnablementState: {
                                  values: {
                                    ENABLEMENT_STATE_UNSPECIFIED: 0,
                                    SCANNING_UNSUPPORTED: 1,
                                    SCANNING_DISABLED: 2,
                                    SCANNING_ACTIVE: 3
                                  }
                                }
                              }
                            },
                            Format: {
                              values: {
                                FORMAT_UNSPECIFIED: 0,
                                DOCKER: 1,
                                MAVEN: 2,
                                NPM: 3,
                                APT: 5,
                                YUM: 6,
                                PYTHON: 8,
                                KFP: 9,
                                GO: 10,
                                GENERIC: 11,
                                RUBY: 12
                              }
                            },
                            Mode: {
                              values: {
                                MODE_UNSPECIFIED: 0,
                                STANDARD_REPOSITORY: 1,
                                VIRTUAL_REPOSITORY: 2,
                                REMOTE_REPOSITORY: 3
                              }
                            }
                          }
                        },
                        ListRepositoriesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Repository"
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
                            filter: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            orderBy: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListRepositoriesResponse: {
                          fields: {
                            repositories: {
                              rule: "repeated",
                              type: "Repository",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetRepositoryRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            }
                          }
                        },
                        CreateRepositoryRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Repository"
                              }
                            },
                            repositoryId: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            },
                            repository: {
                              type: "Repository",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED"
                              }
                            }
                          }
                        },
                        UpdateRepositoryRequest: {
                          fields: {
                            repository: {
                              type: "Repository",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        DeleteRepositoryRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            }
                          }
                        },
                        Rule: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Rule",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/rules/{rule}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            action: {
                              type: "Action",
                              id: 2
                            },
                            operation: {
                              type: "Operation",
                              id: 3
                            },
                            condition: {
                              type: "google.type.Expr",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            },
                            packageId: {
                              type: "string",
                              id: 5
                            }
                          },
                          nested: {
                            Action: {
                              values: {
                                ACTION_UNSPECIFIED: 0,
                                ALLOW: 1,
                                DENY: 2
                              }
                            },
                            Operation: {
                              values: {
                                OPERATION_UNSPECIFIED: 0,
                                DOWNLOAD: 1
                              }
                            }
                          }
                        },
                        ListRulesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Rule"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListRulesResponse: {
                          fields: {
                            rules: {
                              rule: "repeated",
                              type: "Rule",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetRuleRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Rule"
                              }
                            }
                          }
                        },
                        CreateRuleRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Rule"
                              }
                            },
                            ruleId: {
                              type: "string",
                              id: 2
                            },
                            rule: {
                              type: "Rule",
                              id: 3
                            }
                          }
                        },
                        UpdateRuleRequest: {
                          fields: {
                            rule: {
                              type: "Rule",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        DeleteRuleRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Rule"
                              }
                            }
                          }
                        },
                        ArtifactRegistry: {
                          options: {
                            "(google.api.default_host)": "artifactregistry.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloud-platform.read-only"
                          },
                          methods: {
                            ListDockerImages: {
                              requestType: "ListDockerImagesRequest",
                              responseType: "ListDockerImagesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/dockerImages",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/dockerImages"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetDockerImage: {
                              requestType: "GetDockerImageRequest",
                              responseType: "DockerImage",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/dockerImages/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/dockerImages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListMavenArtifacts: {
                              requestType: "ListMavenArtifactsRequest",
                              responseType: "ListMavenArtifactsResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/mavenArtifacts",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/mavenArtifacts"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetMavenArtifact: {
                              requestType: "GetMavenArtifactRequest",
                              responseType: "MavenArtifact",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/mavenArtifacts/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/mavenArtifacts/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListNpmPackages: {
                              requestType: "ListNpmPackagesRequest",
                              responseType: "ListNpmPackagesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/npmPackages",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/npmPackages"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetNpmPackage: {
                              requestType: "GetNpmPackageRequest",
                              responseType: "NpmPackage",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/npmPackages/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/npmPackages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListPythonPackages: {
                              requestType: "ListPythonPackagesRequest",
                              responseType: "ListPythonPackagesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/pythonPackages",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/pythonPackages"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetPythonPackage: {
                              requestType: "GetPythonPackageRequest",
                              responseType: "PythonPackage",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/pythonPackages/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/pythonPackages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ImportAptArtifacts: {
                              requestType: "ImportAptArtifactsRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*}/aptArtifacts:import",
                                "(google.api.http).body": "*",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1.ImportAptArtifactsResponse",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.ImportAptArtifactsMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*}/aptArtifacts:import",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1.ImportAptArtifactsResponse",
                                    metadata_type: "google.devtools.artifactregistry.v1.ImportAptArtifactsMetadata"
                                  }
                                }
                              ]
                            },
                            ImportYumArtifacts: {
                              requestType: "ImportYumArtifactsRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*}/yumArtifacts:import",
                                "(google.api.http).body": "*",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1.ImportYumArtifactsResponse",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.ImportYumArtifactsMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*}/yumArtifacts:import",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1.ImportYumArtifactsResponse",
                                    metadata_type: "google.devtools.artifactregistry.v1.ImportYumArtifactsMetadata"
                                  }
                                }
                              ]
                            },
                            ListRepositories: {
                              requestType: "ListRepositoriesRequest",
                              responseType: "ListRepositoriesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*}/repositories",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*}/repositories"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetRepository: {
                              requestType: "GetRepositoryRequest",
                              responseType: "Repository",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateRepository: {
                              requestType: "CreateRepositoryRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*}/repositories",
                                "(google.api.http).body": "repository",
                                "(google.api.method_signature)": "parent,repository,repository_id",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1.Repository",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*}/repositories",
                                    body: "repository"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,repository,repository_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1.Repository",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            UpdateRepository: {
                              requestType: "UpdateRepositoryRequest",
                              responseType: "Repository",
                              options: {
                                "(google.api.http).patch": "/v1/{repository.name=projects/*/locations/*/repositories/*}",
                                "(google.api.http).body": "repository",
                                "(google.api.method_signature)": "repository,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{repository.name=projects/*/locations/*/repositories/*}",
                                    body: "repository"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "repository,update_mask"
                                }
                              ]
                            },
                            DeleteRepository: {
                              requestType: "DeleteRepositoryRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ListPackages: {
                              requestType: "ListPackagesRequest",
                              responseType: "ListPackagesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/packages",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/packages"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetPackage: {
                              requestType: "GetPackageRequest",
                              responseType: "Package",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/packages/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/packages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            DeletePackage: {
                              requestType: "DeletePackageRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/packages/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/packages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ListVersions: {
                              requestType: "ListVersionsRequest",
                              responseType: "ListVersionsResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/versions",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/versions"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetVersion: {
                              requestType: "GetVersionRequest",
                              responseType: "Version",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            DeleteVersion: {
                              requestType: "DeleteVersionRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            BatchDeleteVersions: {
                              requestType: "BatchDeleteVersionsRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/versions:batchDelete",
                                "(google.api.http).body": "*",
                                "(google.api.method_signature)": "parent,names",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.BatchDeleteVersionsMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/versions:batchDelete",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,names"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.BatchDeleteVersionsMetadata"
                                  }
                                }
                              ]
                            },
                            UpdateVersion: {
                              requestType: "UpdateVersionRequest",
                              responseType: "Version",
                              options: {
                                "(google.api.http).patch": "/v1/{version.name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                "(google.api.http).body": "version",
                                "(google.api.method_signature)": "version,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{version.name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                    body: "version"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "version,update_mask"
                                }
                              ]
                            },
                            ListFiles: {
                              requestType: "ListFilesRequest",
                              responseType: "ListFilesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/files",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/files"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetFile: {
                              requestType: "GetFileRequest",
                              responseType: "File",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/files/**}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/files/**}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            DeleteFile: {
                              requestType: "DeleteFileRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/files/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/files/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            UpdateFile: {
                              requestType: "UpdateFileRequest",
                              responseType: "File",
                              options: {
                                "(google.api.http).patch": "/v1/{file.name=projects/*/locations/*/repositories/*/files/*}",
                                "(google.api.http).body": "file",
                                "(google.api.method_signature)": "file,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{file.name=projects/*/locations/*/repositories/*/files/*}",
                                    body: "file"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "file,update_mask"
                                }
                              ]
                            },
                            ListTags: {
                              requestType: "ListTagsRequest",
                              responseType: "ListTagsResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/tags"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetTag: {
                              requestType: "GetTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateTag: {
                              requestType: "CreateTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                "(google.api.http).body": "tag",
                                "(google.api.method_signature)": "parent,tag,tag_id"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                    body: "tag"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,tag,tag_id"
                                }
                              ]
                            },
                            UpdateTag: {
                              requestType: "UpdateTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).patch": "/v1/{tag.name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.http).body": "tag",
                                "(google.api.method_signature)": "tag,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{tag.name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                    body: "tag"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "tag,update_mask"
                                }
                              ]
                            },
                            DeleteTag: {
                              requestType: "DeleteTagRequest",
                              responseType: "google.protobuf.Empty",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateRule: {
                              requestType: "CreateRuleRequest",
                              responseType: "Rule",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*}/rules",
                                "(google.api.http).body": "rule",
                                "(google.api.method_signature)": "parent,rule,rule_id"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*}/rules",
                                    body: "rule"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,rule,rule_id"
                                }
                              ]
                            },
                            ListRules: {
                              requestType: "ListRulesRequest",
                              responseType: "ListRulesResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/rules",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/rules"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetRule: {
                              requestType: "GetRuleRequest",
                              responseType: "Rule",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/rules/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/rules/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            UpdateRule: {
                              requestType: "UpdateRuleRequest",
                              responseType: "Rule",
                              options: {
                                "(google.api.http).patch": "/v1/{rule.name=projects/*/locations/*/repositories/*/rules/*}",
                                "(google.api.http).body": "rule",
                                "(google.api.method_signature)": "rule,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{rule.name=projects/*/locations/*/repositories/*/rules/*}",
                                    body: "rule"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "rule,update_mask"
                                }
                              ]
                            },
                            DeleteRule: {
                              requestType: "DeleteRuleRequest",
                              responseType: "google.protobuf.Empty",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/rules/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/rules/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            SetIamPolicy: {
                              requestType: "google.iam.v1.SetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).post": "/v1/{resource=projects/*/locations/*/repositories/*}:setIamPolicy",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{resource=projects/*/locations/*/repositories/*}:setIamPolicy",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            GetIamPolicy: {
                              requestType: "google.iam.v1.GetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).get": "/v1/{resource=projects/*/locations/*/repositories/*}:getIamPolicy"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{resource=projects/*/locations/*/repositories/*}:getIamPolicy"
                                  }
                                }
                              ]
                            },
                            TestIamPermissions: {
                              requestType: "google.iam.v1.TestIamPermissionsRequest",
                              responseType: "google.iam.v1.TestIamPermissionsResponse",
                              options: {
                                "(google.api.http).post": "/v1/{resource=projects/*/locations/*/repositories/*}:testIamPermissions",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{resource=projects/*/locations/*/repositories/*}:testIamPermissions",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            GetProjectSettings: {
                              requestType: "GetProjectSettingsRequest",
                              responseType: "ProjectSettings",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/projectSettings}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/projectSettings}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            UpdateProjectSettings: {
                              requestType: "UpdateProjectSettingsRequest",
                              responseType: "ProjectSettings",
                              options: {
                                "(google.api.http).patch": "/v1/{project_settings.name=projects/*/projectSettings}",
                                "(google.api.http).body": "project_settings",
                                "(google.api.method_signature)": "project_settings,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{project_settings.name=projects/*/projectSettings}",
                                    body: "project_settings"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "project_settings,update_mask"
                                }
                              ]
                            },
                            GetVPCSCConfig: {
                              requestType: "GetVPCSCConfigRequest",
                              responseType: "VPCSCConfig",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/vpcscConfig}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/vpcscConfig}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            UpdateVPCSCConfig: {
                              requestType: "UpdateVPCSCConfigRequest",
                              responseType: "VPCSCConfig",
                              options: {
                                "(google.api.http).patch": "/v1/{vpcsc_config.name=projects/*/locations/*/vpcscConfig}",
                                "(google.api.http).body": "vpcsc_config",
                                "(google.api.method_signature)": "vpcsc_config,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{vpcsc_config.name=projects/*/locations/*/vpcscConfig}",
                                    body: "vpcsc_config"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "vpcsc_config,update_mask"
                                }
                              ]
                            },
                            UpdatePackage: {
                              requestType: "UpdatePackageRequest",
                              responseType: "Package",
                              options: {
                                "(google.api.http).patch": "/v1/{package.name=projects/*/locations/*/repositories/*/packages/*}",
                                "(google.api.http).body": "package",
                                "(google.api.method_signature)": "package,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1/{package.name=projects/*/locations/*/repositories/*/packages/*}",
                                    body: "package"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "package,update_mask"
                                }
                              ]
                            },
                            ListAttachments: {
                              requestType: "ListAttachmentsRequest",
                              responseType: "ListAttachmentsResponse",
                              options: {
                                "(google.api.http).get": "/v1/{parent=projects/*/locations/*/repositories/*}/attachments",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{parent=projects/*/locations/*/repositories/*}/attachments"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetAttachment: {
                              requestType: "GetAttachmentRequest",
                              responseType: "Attachment",
                              options: {
                                "(google.api.http).get": "/v1/{name=projects/*/locations/*/repositories/*/attachments/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1/{name=projects/*/locations/*/repositories/*/attachments/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateAttachment: {
                              requestType: "CreateAttachmentRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{parent=projects/*/locations/*/repositories/*}/attachments",
                                "(google.api.http).body": "attachment",
                                "(google.api.method_signature)": "parent,attachment,attachment_id",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1.Attachment",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{parent=projects/*/locations/*/repositories/*}/attachments",
                                    body: "attachment"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,attachment,attachment_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1.Attachment",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            DeleteAttachment: {
                              requestType: "DeleteAttachmentRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1/{name=projects/*/locations/*/repositories/*/attachments/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1/{name=projects/*/locations/*/repositories/*/attachments/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ExportArtifact: {
                              requestType: "ExportArtifactRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1/{repository=projects/*/locations/*/repositories/*}:exportArtifact",
                                "(google.api.http).body": "*",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1.ExportArtifactResponse",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1.ExportArtifactMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1/{repository=projects/*/locations/*/repositories/*}:exportArtifact",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1.ExportArtifactResponse",
                                    metadata_type: "google.devtools.artifactregistry.v1.ExportArtifactMetadata"
                                  }
                                }
                              ]
                            }
                          }
                        },
                        OperationMetadata: {
                          fields: {}
                        },
                        ProjectSettings: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/ProjectSettings",
                            "(google.api.resource).pattern": "projects/{project}/projectSettings"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            legacyRedirectionState: {
                              type: "RedirectionState",
                              id: 2
                            },
                            pullPercent: {
                              type: "int32",
                              id: 3
                            }
                          },
                          nested: {
                            RedirectionState: {
                              valuesOptions: {
                                REDIRECTION_FROM_GCR_IO_FINALIZED: {
                                  deprecated: true
                                }
                              },
                              values: {
                                REDIRECTION_STATE_UNSPECIFIED: 0,
                                REDIRECTION_FROM_GCR_IO_DISABLED: 1,
                                REDIRECTION_FROM_GCR_IO_ENABLED: 2,
                                REDIRECTION_FROM_GCR_IO_FINALIZED: 3,
                                REDIRECTION_FROM_GCR_IO_ENABLED_AND_COPYING: 5,
                                REDIRECTION_FROM_GCR_IO_PARTIAL_AND_COPYING: 6
                              }
                            }
                          }
                        },
                        GetProjectSettingsRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/ProjectSettings"
                              }
                            }
                          }
                        },
                        UpdateProjectSettingsRequest: {
                          fields: {
                            projectSettings: {
                              type: "ProjectSettings",
                              id: 2
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 3
                            }
                          }
                        },
                        VPCSCConfig: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/VpcscConfig",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/vpcscConfig"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            vpcscPolicy: {
                              type: "VPCSCPolicy",
                              id: 2
                            }
                          },
                          nested: {
                            VPCSCPolicy: {
                              values: {
                                VPCSC_POLICY_UNSPECIFIED: 0,
                                DENY: 1,
                                ALLOW: 2
                              }
                            }
                          }
                        },
                        GetVPCSCConfigRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/VpcscConfig"
                              }
                            }
                          }
                        },
                        UpdateVPCSCConfigRequest: {
                          fields: {
                            vpcscConfig: {
                              type: "VPCSCConfig",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        YumArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/YumArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/yumArtifacts/{yum_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageType: {
                              type: "PackageType",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            architecture: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            PackageType: {
                              values: {
                                PACKAGE_TYPE_UNSPECIFIED: 0,
                                BINARY: 1,
                                SOURCE: 2
                              }
                            }
                          }
                        },
                        ImportYumArtifactsGcsSource: {
                          fields: {
                            uris: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            },
                            useWildcards: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsRequest: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportYumArtifactsGcsSource",
                              id: 2
                            },
                            parent: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        ImportYumArtifactsErrorInfo: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportYumArtifactsGcsSource",
                              id: 1
                            },
                            error: {
                              type: "google.rpc.Status",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsResponse: {
                          fields: {
                            yumArtifacts: {
                              rule: "repeated",
                              type: "YumArtifact",
                              id: 1
                            },
                            errors: {
                              rule: "repeated",
                              type: "ImportYumArtifactsErrorInfo",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsMetadata: {
                          fields: {}
                        }
                      }
                    },
                    v1beta2: {
                      options: {
                        csharp_namespace: "Google.Cloud.ArtifactRegistry.V1Beta2",
                        go_package: "cloud.google.com/go/artifactregistry/apiv1beta2/artifactregistrypb;artifactregistrypb",
                        java_multiple_files: true,
                        java_outer_classname: "YumArtifactProto",
                        java_package: "com.google.devtools.artifactregistry.v1beta2",
                        php_namespace: "Google\\Cloud\\ArtifactRegistry\\V1beta2",
                        ruby_package: "Google::Cloud::ArtifactRegistry::V1beta2"
                      },
                      nested: {
                        AptArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/AptArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/aptArtifacts/{apt_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageType: {
                              type: "PackageType",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            architecture: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            component: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            controlFile: {
                              type: "bytes",
                              id: 6,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            PackageType: {
                              values: {
                                PACKAGE_TYPE_UNSPECIFIED: 0,
                                BINARY: 1,
                                SOURCE: 2
                              }
                            }
                          }
                        },
                        ImportAptArtifactsGcsSource: {
                          fields: {
                            uris: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            },
                            useWildcards: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsRequest: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportAptArtifactsGcsSource",
                              id: 2
                            },
                            parent: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        ImportAptArtifactsErrorInfo: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportAptArtifactsGcsSource",
                              id: 1
                            },
                            error: {
                              type: "google.rpc.Status",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsResponse: {
                          fields: {
                            aptArtifacts: {
                              rule: "repeated",
                              type: "AptArtifact",
                              id: 1
                            },
                            errors: {
                              rule: "repeated",
                              type: "ImportAptArtifactsErrorInfo",
                              id: 2
                            }
                          }
                        },
                        ImportAptArtifactsMetadata: {
                          fields: {}
                        },
                        Hash: {
                          fields: {
                            type: {
                              type: "HashType",
                              id: 1
                            },
                            value: {
                              type: "bytes",
                              id: 2
                            }
                          },
                          nested: {
                            HashType: {
                              values: {
                                HASH_TYPE_UNSPECIFIED: 0,
                                SHA256: 1,
                                MD5: 2
                              }
                            }
                          }
                        },
                        File: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/File",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/files/{file}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            sizeBytes: {
                              type: "int64",
                              id: 3
                            },
                            hashes: {
                              rule: "repeated",
                              type: "Hash",
                              id: 4
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            },
                            owner: {
                              type: "string",
                              id: 7
                            }
                          }
                        },
                        ListFilesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1
                            },
                            filter: {
                              type: "string",
                              id: 4
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListFilesResponse: {
                          fields: {
                            files: {
                              rule: "repeated",
                              type: "File",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetFileRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        Package: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            displayName: {
                              type: "string",
                              id: 2
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            }
                          }
                        },
                        ListPackagesRequest: {
                          fields: {
                            parent: {
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
                            }
                          }
                        },
                        ListPackagesResponse: {
                          fields: {
                            packages: {
                              rule: "repeated",
                              type: "Package",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetPackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        DeletePackageRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        Repository: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Repository",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}"
                          },
                          oneofs: {
                            formatConfig: {
                              oneof: [
                                "mavenConfig"
                              ]
                            }
                          },
                          fields: {
                            mavenConfig: {
                              type: "MavenRepositoryConfig",
                              id: 9
                            },
                            name: {
                              type: "string",
                              id: 1
                            },
                            format: {
                              type: "Format",
                              id: 2
                            },
                            description: {
                              type: "string",
                              id: 3
                            },
                            labels: {
                              keyType: "string",
                              type: "string",
                              id: 4
                            },
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            },
                            kmsKeyName: {
                              type: "string",
                              id: 8
                            }
                          },
                          nested: {
                            MavenRepositoryConfig: {
                              fields: {
                                allowSnapshotOverwrites: {
                                  type: "bool",
                                  id: 1
                                },
                                versionPolicy: {
                                  type: "VersionPolicy",
                                  id: 2
                                }
                              },
                              nested: {
                                VersionPolicy: {
                                  values: {
                                    VERSION_POLICY_UNSPECIFIED: 0,
                                    RELEASE: 1,
                                    SNAPSHOT: 2
                                  }
                                }
                              }
                            },
                            Format: {
                              values: {
                                FORMAT_UNSPECIFIED: 0,
                                DOCKER: 1,
                                MAVEN: 2,
                                NPM: 3,
                                APT: 5,
                                YUM: 6,
                                PYTHON: 8
                              }
                            }
                          }
                        },
                        ListRepositoriesRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Repository"
                              }
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListRepositoriesResponse: {
                          fields: {
                            repositories: {
                              rule: "repeated",
                              type: "Repository",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetRepositoryRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            }
                          }
                        },
                        CreateRepositoryRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).child_type": "artifactregistry.googleapis.com/Repository"
                              }
                            },
                            repositoryId: {
                              type: "string",
                              id: 2
                            },
                            repository: {
                              type: "Repository",
                              id: 3
                            }
                          }
                        },
                        UpdateRepositoryRequest: {
                          fields: {
                            repository: {
                              type: "Repository",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        DeleteRepositoryRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/Repository"
                              }
                            }
                          }
                        },
                        ArtifactRegistry: {
                          options: {
                            "(google.api.default_host)": "artifactregistry.googleapis.com",
                            "(google.api.oauth_scopes)": "https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/cloud-platform.read-only"
                          },
                          methods: {
                            ImportAptArtifacts: {
                              requestType: "ImportAptArtifactsRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1beta2/{parent=projects/*/locations/*/repositories/*}/aptArtifacts:import",
                                "(google.api.http).body": "*",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1beta2.ImportAptArtifactsResponse",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.ImportAptArtifactsMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{parent=projects/*/locations/*/repositories/*}/aptArtifacts:import",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1beta2.ImportAptArtifactsResponse",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.ImportAptArtifactsMetadata"
                                  }
                                }
                              ]
                            },
                            ImportYumArtifacts: {
                              requestType: "ImportYumArtifactsRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1beta2/{parent=projects/*/locations/*/repositories/*}/yumArtifacts:import",
                                "(google.api.http).body": "*",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1beta2.ImportYumArtifactsResponse",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.ImportYumArtifactsMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{parent=projects/*/locations/*/repositories/*}/yumArtifacts:import",
                                    body: "*"
                                  }
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1beta2.ImportYumArtifactsResponse",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.ImportYumArtifactsMetadata"
                                  }
                                }
                              ]
                            },
                            ListRepositories: {
                              requestType: "ListRepositoriesRequest",
                              responseType: "ListRepositoriesResponse",
                              options: {
                                "(google.api.http).get": "/v1beta2/{parent=projects/*/locations/*}/repositories",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{parent=projects/*/locations/*}/repositories"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetRepository: {
                              requestType: "GetRepositoryRequest",
                              responseType: "Repository",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/locations/*/repositories/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/locations/*/repositories/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateRepository: {
                              requestType: "CreateRepositoryRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).post": "/v1beta2/{parent=projects/*/locations/*}/repositories",
                                "(google.api.http).body": "repository",
                                "(google.api.method_signature)": "parent,repository,repository_id",
                                "(google.longrunning.operation_info).response_type": "google.devtools.artifactregistry.v1beta2.Repository",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{parent=projects/*/locations/*}/repositories",
                                    body: "repository"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,repository,repository_id"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.devtools.artifactregistry.v1beta2.Repository",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            UpdateRepository: {
                              requestType: "UpdateRepositoryRequest",
                              responseType: "Repository",
                              options: {
                                "(google.api.http).patch": "/v1beta2/{repository.name=projects/*/locations/*/repositories/*}",
                                "(google.api.http).body": "repository",
                                "(google.api.method_signature)": "repository,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1beta2/{repository.name=projects/*/locations/*/repositories/*}",
                                    body: "repository"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "repository,update_mask"
                                }
                              ]
                            },
                            DeleteRepository: {
                              requestType: "DeleteRepositoryRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1beta2/{name=projects/*/locations/*/repositories/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1beta2/{name=projects/*/locations/*/repositories/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ListPackages: {
                              requestType: "ListPackagesRequest",
                              responseType: "ListPackagesResponse",
                              options: {
                                "(google.api.http).get": "/v1beta2/{parent=projects/*/locations/*/repositories/*}/packages",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{parent=projects/*/locations/*/repositories/*}/packages"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetPackage: {
                              requestType: "GetPackageRequest",
                              responseType: "Package",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            DeletePackage: {
                              requestType: "DeletePackageRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ListVersions: {
                              requestType: "ListVersionsRequest",
                              responseType: "ListVersionsResponse",
                              options: {
                                "(google.api.http).get": "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/versions",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/versions"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetVersion: {
                              requestType: "GetVersionRequest",
                              responseType: "Version",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            DeleteVersion: {
                              requestType: "DeleteVersionRequest",
                              responseType: "google.longrunning.Operation",
                              options: {
                                "(google.api.http).delete": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}",
                                "(google.api.method_signature)": "name",
                                "(google.longrunning.operation_info).response_type": "google.protobuf.Empty",
                                "(google.longrunning.operation_info).metadata_type": "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/versions/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                },
                                {
                                  "(google.longrunning.operation_info)": {
                                    response_type: "google.protobuf.Empty",
                                    metadata_type: "google.devtools.artifactregistry.v1beta2.OperationMetadata"
                                  }
                                }
                              ]
                            },
                            ListFiles: {
                              requestType: "ListFilesRequest",
                              responseType: "ListFilesResponse",
                              options: {
                                "(google.api.http).get": "/v1beta2/{parent=projects/*/locations/*/repositories/*}/files",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{parent=projects/*/locations/*/repositories/*}/files"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetFile: {
                              requestType: "GetFileRequest",
                              responseType: "File",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/locations/*/repositories/*/files/**}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/locations/*/repositories/*/files/**}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            ListTags: {
                              requestType: "ListTagsRequest",
                              responseType: "ListTagsResponse",
                              options: {
                                "(google.api.http).get": "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                "(google.api.method_signature)": "parent"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/tags"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent"
                                }
                              ]
                            },
                            GetTag: {
                              requestType: "GetTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            CreateTag: {
                              requestType: "CreateTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).post": "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                "(google.api.http).body": "tag",
                                "(google.api.method_signature)": "parent,tag,tag_id"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{parent=projects/*/locations/*/repositories/*/packages/*}/tags",
                                    body: "tag"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "parent,tag,tag_id"
                                }
                              ]
                            },
                            UpdateTag: {
                              requestType: "UpdateTagRequest",
                              responseType: "Tag",
                              options: {
                                "(google.api.http).patch": "/v1beta2/{tag.name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.http).body": "tag",
                                "(google.api.method_signature)": "tag,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1beta2/{tag.name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                    body: "tag"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "tag,update_mask"
                                }
                              ]
                            },
                            DeleteTag: {
                              requestType: "DeleteTagRequest",
                              responseType: "google.protobuf.Empty",
                              options: {
                                "(google.api.http).delete": "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    delete: "/v1beta2/{name=projects/*/locations/*/repositories/*/packages/*/tags/*}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            SetIamPolicy: {
                              requestType: "google.iam.v1.SetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).post": "/v1beta2/{resource=projects/*/locations/*/repositories/*}:setIamPolicy",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{resource=projects/*/locations/*/repositories/*}:setIamPolicy",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            GetIamPolicy: {
                              requestType: "google.iam.v1.GetIamPolicyRequest",
                              responseType: "google.iam.v1.Policy",
                              options: {
                                "(google.api.http).get": "/v1beta2/{resource=projects/*/locations/*/repositories/*}:getIamPolicy"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{resource=projects/*/locations/*/repositories/*}:getIamPolicy"
                                  }
                                }
                              ]
                            },
                            TestIamPermissions: {
                              requestType: "google.iam.v1.TestIamPermissionsRequest",
                              responseType: "google.iam.v1.TestIamPermissionsResponse",
                              options: {
                                "(google.api.http).post": "/v1beta2/{resource=projects/*/locations/*/repositories/*}:testIamPermissions",
                                "(google.api.http).body": "*"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    post: "/v1beta2/{resource=projects/*/locations/*/repositories/*}:testIamPermissions",
                                    body: "*"
                                  }
                                }
                              ]
                            },
                            GetProjectSettings: {
                              requestType: "GetProjectSettingsRequest",
                              responseType: "ProjectSettings",
                              options: {
                                "(google.api.http).get": "/v1beta2/{name=projects/*/projectSettings}",
                                "(google.api.method_signature)": "name"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    get: "/v1beta2/{name=projects/*/projectSettings}"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "name"
                                }
                              ]
                            },
                            UpdateProjectSettings: {
                              requestType: "UpdateProjectSettingsRequest",
                              responseType: "ProjectSettings",
                              options: {
                                "(google.api.http).patch": "/v1beta2/{project_settings.name=projects/*/projectSettings}",
                                "(google.api.http).body": "project_settings",
                                "(google.api.method_signature)": "project_settings,update_mask"
                              },
                              parsedOptions: [
                                {
                                  "(google.api.http)": {
                                    patch: "/v1beta2/{project_settings.name=projects/*/projectSettings}",
                                    body: "project_settings"
                                  }
                                },
                                {
                                  "(google.api.method_signature)": "project_settings,update_mask"
                                }
                              ]
                            }
                          }
                        },
                        OperationMetadata: {
                          fields: {}
                        },
                        ProjectSettings: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/ProjectSettings",
                            "(google.api.resource).pattern": "projects/{project}/projectSettings"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            legacyRedirectionState: {
                              type: "RedirectionState",
                              id: 2
                            }
                          },
                          nested: {
                            RedirectionState: {
                              values: {
                                REDIRECTION_STATE_UNSPECIFIED: 0,
                                REDIRECTION_FROM_GCR_IO_DISABLED: 1,
                                REDIRECTION_FROM_GCR_IO_ENABLED: 2,
                                REDIRECTION_FROM_GCR_IO_FINALIZED: 3
                              }
                            }
                          }
                        },
                        GetProjectSettingsRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "REQUIRED",
                                "(google.api.resource_reference).type": "artifactregistry.googleapis.com/ProjectSettings"
                              }
                            }
                          }
                        },
                        UpdateProjectSettingsRequest: {
                          fields: {
                            projectSettings: {
                              type: "ProjectSettings",
                              id: 2
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 3
                            }
                          }
                        },
                        Tag: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Tag",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/tags/{tag}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            version: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        ListTagsRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1
                            },
                            filter: {
                              type: "string",
                              id: 4
                            },
                            pageSize: {
                              type: "int32",
                              id: 2
                            },
                            pageToken: {
                              type: "string",
                              id: 3
                            }
                          }
                        },
                        ListTagsResponse: {
                          fields: {
                            tags: {
                              rule: "repeated",
                              type: "Tag",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetTagRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        CreateTagRequest: {
                          fields: {
                            parent: {
                              type: "string",
                              id: 1
                            },
                            tagId: {
                              type: "string",
                              id: 2
                            },
                            tag: {
                              type: "Tag",
                              id: 3
                            }
                          }
                        },
                        UpdateTagRequest: {
                          fields: {
                            tag: {
                              type: "Tag",
                              id: 1
                            },
                            updateMask: {
                              type: "google.protobuf.FieldMask",
                              id: 2
                            }
                          }
                        },
                        DeleteTagRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        VersionView: {
                          values: {
                            VERSION_VIEW_UNSPECIFIED: 0,
                            BASIC: 1,
                            FULL: 2
                          }
                        },
                        Version: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/Version",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/versions/{version}"
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
                            createTime: {
                              type: "google.protobuf.Timestamp",
                              id: 5
                            },
                            updateTime: {
                              type: "google.protobuf.Timestamp",
                              id: 6
                            },
                            relatedTags: {
                              rule: "repeated",
                              type: "Tag",
                              id: 7
                            },
                            metadata: {
                              type: "google.protobuf.Struct",
                              id: 8,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          }
                        },
                        ListVersionsRequest: {
                          fields: {
                            parent: {
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
                            view: {
                              type: "VersionView",
                              id: 4
                            },
                            orderBy: {
                              type: "string",
                              id: 5,
                              options: {
                                "(google.api.field_behavior)": "OPTIONAL"
                              }
                            }
                          }
                        },
                        ListVersionsResponse: {
                          fields: {
                            versions: {
                              rule: "repeated",
                              type: "Version",
                              id: 1
                            },
                            nextPageToken: {
                              type: "string",
                              id: 2
                            }
                          }
                        },
                        GetVersionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            view: {
                              type: "VersionView",
                              id: 2
                            }
                          }
                        },
                        DeleteVersionRequest: {
                          fields: {
                            name: {
                              type: "string",
                              id: 1
                            },
                            force: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        YumArtifact: {
                          options: {
                            "(google.api.resource).type": "artifactregistry.googleapis.com/YumArtifact",
                            "(google.api.resource).pattern": "projects/{project}/locations/{location}/repositories/{repository}/yumArtifacts/{yum_artifact}"
                          },
                          fields: {
                            name: {
                              type: "string",
                              id: 1,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageName: {
                              type: "string",
                              id: 2,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            packageType: {
                              type: "PackageType",
                              id: 3,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            },
                            architecture: {
                              type: "string",
                              id: 4,
                              options: {
                                "(google.api.field_behavior)": "OUTPUT_ONLY"
                              }
                            }
                          },
                          nested: {
                            PackageType: {
                              values: {
                                PACKAGE_TYPE_UNSPECIFIED: 0,
                                BINARY: 1,
                                SOURCE: 2
                              }
                            }
                          }
                        },
                        ImportYumArtifactsGcsSource: {
                          fields: {
                            uris: {
                              rule: "repeated",
                              type: "string",
                              id: 1
                            },
                            useWildcards: {
                              type: "bool",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsRequest: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportYumArtifactsGcsSource",
                              id: 2
                            },
                            parent: {
                              type: "string",
                              id: 1
                            }
                          }
                        },
                        ImportYumArtifactsErrorInfo: {
                          oneofs: {
                            source: {
                              oneof: [
                                "gcsSource"
                              ]
                            }
                          },
                          fields: {
                            gcsSource: {
                              type: "ImportYumArtifactsGcsSource",
                              id: 1
                            },
                            error: {
                              type: "google.rpc.Status",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsResponse: {
                          fields: {
                            yumArtifacts: {
                              rule: "repeated",
                              type: "YumArtifact",
                              id: 1
                            },
                            errors: {
                              rule: "repeated",
                              type: "ImportYumArtifactsErrorInfo",
                              id: 2
                            }
                          }
                        },
                        ImportYumArtifactsMetadata: {
                          fields: {}
                        }
                      }
                    }
                  }
                }
              }
            },
            api: {
              options: {
                go_package: "google.golang.org/genproto/googleapis/api;api",
                java_multiple_files: true,
                java_outer_classname: "LaunchStageProto",
                java_package: "com.google.api",
                objc_class_prefix: "GAPI"
              },
              nested: {
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
                },
                Struct: {
                  fields: {
                    fields: {
                      keyType: "string",
                      type: "Value",
                      id: 1
                    }
                  }
                },
                Value: {
                  oneofs: {
                    kind: {
                      oneof: [
                        "nullValue",
                        "numberValue",
                        "stringValue",
                        "boolValue",
                        "structValue",
                        "listValue"
                      ]
                    }
                  },
                  fields: {
                    nullValue: {
                      type: "NullValue",
                      id: 1
                    },
                    numberValue: {
                      type: "double",
                      id: 2
                    },
                    stringValue: {
                      type: "string",
                      id: 3
                    },
                    boolValue: {
                      type: "bool",
                      id: 4
                    },
                    structValue: {
                      type: "Struct",
                      id: 5
                    },
                    listValue: {
                      type: "ListValue",
                      id: 6
                    }
                  }
                },
                NullValue: {
                  values: {
                    NULL_VALUE: 0
                  }
                },
                ListValue: {
                  fields: {
                    values: {
                      rule: "repeated",
                      type: "Value",
                      id: 1
                    }
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
                Empty: {
                  fields: {}
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

// node_modules/@google-cloud/artifact-registry/build/src/v1/artifact_registry_client_config.json
var require_artifact_registry_client_config = __commonJS({
  "node_modules/@google-cloud/artifact-registry/build/src/v1/artifact_registry_client_config.json"(exports2, module2) {
    module2.exports = {
      interfaces: {
        "google.devtools.artifactregistry.v1.ArtifactRegistry": {
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
            ListDockerImages: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetDockerImage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListMavenArtifacts: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetMavenArtifact: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListNpmPackages: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetNpmPackage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListPythonPackages: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetPythonPackage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ImportAptArtifacts: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ImportYumArtifacts: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListRepositories: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetRepository: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            CreateRepository: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateRepository: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteRepository: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListPackages: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetPackage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeletePackage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListVersions: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetVersion: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteVersion: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            BatchDeleteVersions: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateVersion: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListFiles: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetFile: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteFile: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateFile: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListTags: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetTag: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            CreateTag: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateTag: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteTag: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            CreateRule: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListRules: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetRule: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateRule: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteRule: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            SetIamPolicy: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetIamPolicy: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            TestIamPermissions: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetProjectSettings: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateProjectSettings: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetVPCSCConfig: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdateVPCSCConfig: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            UpdatePackage: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ListAttachments: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            GetAttachment: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            CreateAttachment: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            DeleteAttachment: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            },
            ExportArtifact: {
              timeout_millis: 6e4,
              retry_codes_name: "non_idempotent",
              retry_params_name: "default"
            }
          }
        }
      }
    };
  }
});

// node_modules/@google-cloud/artifact-registry/package.json
var require_package = __commonJS({
  "node_modules/@google-cloud/artifact-registry/package.json"(exports2, module2) {
    module2.exports = {
      name: "@google-cloud/artifact-registry",
      version: "5.1.0",
      description: "Artifactregistry client for Node.js",
      repository: {
        type: "git",
        url: "https://github.com/googleapis/google-cloud-node.git",
        directory: "packages/google-devtools-artifactregistry"
      },
      homepage: "https://github.com/googleapis/google-cloud-node/tree/main/packages/google-devtools-artifactregistry",
      license: "Apache-2.0",
      author: "Google LLC",
      main: "build/src/index.js",
      files: [
        "build/src",
        "build/protos",
        "!build/src/**/*.map"
      ],
      keywords: [
        "google apis client",
        "google api client",
        "google apis",
        "google api",
        "google",
        "google cloud platform",
        "google cloud",
        "cloud",
        "google artifactregistry",
        "artifactregistry",
        "artifact registry"
      ],
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
        "system-test": "c8 mocha --config ../../.mocharc.cjs --no-parallel build/system-test",
        test: "c8 mocha --config ../../.mocharc.cjs build/test"
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
      overrides: {
        "@sinonjs/fake-timers": "15.2.1"
      },
      pnpm: {
        overrides: {
          "@sinonjs/fake-timers": "15.2.1"
        }
      }
    };
  }
});

// node_modules/@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js
var require_artifact_registry_client = __commonJS({
  "node_modules/@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.ArtifactRegistryClient = void 0;
    var jsonProtos = require_protos();
    var google_gax_1 = require_google_gax();
    var gapicConfig = require_artifact_registry_client_config();
    var version = require_package().version;
    var ArtifactRegistryClient = class {
      _terminated = false;
      _opts;
      _providedCustomServicePath;
      _gaxModule;
      _gaxGrpc;
      _protos;
      _defaults;
      _universeDomain;
      _servicePath;
      _log = google_gax_1.loggingUtils.log("artifact-registry");
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
      artifactRegistryStub;
      /**
       * Construct an instance of ArtifactRegistryClient.
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
       *     const client = new ArtifactRegistryClient({fallback: true}, gax);
       *     ```
       */
      constructor(opts, gaxInstance) {
        const staticMembers = this.constructor;
        if (opts?.universe_domain && opts?.universeDomain && opts?.universe_domain !== opts?.universeDomain) {
          throw new Error("Please set either universe_domain or universeDomain, but not both.");
        }
        const universeDomainEnvVar = typeof process === "object" && typeof process.env === "object" ? process.env["GOOGLE_CLOUD_UNIVERSE_DOMAIN"] : void 0;
        this._universeDomain = opts?.universeDomain ?? opts?.universe_domain ?? universeDomainEnvVar ?? "googleapis.com";
        this._servicePath = "artifactregistry." + this._universeDomain;
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
          aptArtifactPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/aptArtifacts/{apt_artifact}"),
          attachmentPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/attachments/{attachment}"),
          dockerImagePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/dockerImages/{docker_image}"),
          filePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/files/{file}"),
          genericArtifactPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/genericArtifacts/{generic_artifact}"),
          goModulePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/goModules/{go_module}"),
          kfpArtifactPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/kfpArtifacts/{kfp_artifact}"),
          mavenArtifactPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/mavenArtifacts/{maven_artifact}"),
          npmPackagePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/npmPackages/{npm_package}"),
          packagePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/packages/{package}"),
          projectSettingsPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/projectSettings"),
          pythonPackagePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/pythonPackages/{python_package}"),
          repositoryPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}"),
          rulePathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/rules/{rule}"),
          tagPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/tags/{tag}"),
          versionPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/packages/{package}/versions/{version}"),
          vpcscConfigPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/vpcscConfig"),
          yumArtifactPathTemplate: new this._gaxModule.PathTemplate("projects/{project}/locations/{location}/repositories/{repository}/yumArtifacts/{yum_artifact}")
        };
        this.descriptors.page = {
          listDockerImages: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "dockerImages"),
          listMavenArtifacts: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "mavenArtifacts"),
          listNpmPackages: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "npmPackages"),
          listPythonPackages: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "pythonPackages"),
          listRepositories: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "repositories"),
          listPackages: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "packages"),
          listVersions: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "versions"),
          listFiles: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "files"),
          listTags: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "tags"),
          listRules: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "rules"),
          listAttachments: new this._gaxModule.PageDescriptor("pageToken", "nextPageToken", "attachments")
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
              selector: "google.cloud.location.Locations.GetLocation",
              get: "/v1/{name=projects/*/locations/*}"
            },
            {
              selector: "google.cloud.location.Locations.ListLocations",
              get: "/v1/{name=projects/*}/locations"
            },
            {
              selector: "google.longrunning.Operations.GetOperation",
              get: "/v1/{name=projects/*/locations/*/operations/*}"
            }
          ];
        }
        this.operationsClient = this._gaxModule.lro(lroOptions).operationsClient(opts);
        const importAptArtifactsResponse = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ImportAptArtifactsResponse");
        const importAptArtifactsMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ImportAptArtifactsMetadata");
        const importYumArtifactsResponse = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ImportYumArtifactsResponse");
        const importYumArtifactsMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ImportYumArtifactsMetadata");
        const createRepositoryResponse = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.Repository");
        const createRepositoryMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const deleteRepositoryResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const deleteRepositoryMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const deletePackageResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const deletePackageMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const deleteVersionResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const deleteVersionMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const batchDeleteVersionsResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const batchDeleteVersionsMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.BatchDeleteVersionsMetadata");
        const deleteFileResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const deleteFileMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const createAttachmentResponse = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.Attachment");
        const createAttachmentMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const deleteAttachmentResponse = protoFilesRoot.lookup(".google.protobuf.Empty");
        const deleteAttachmentMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.OperationMetadata");
        const exportArtifactResponse = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ExportArtifactResponse");
        const exportArtifactMetadata = protoFilesRoot.lookup(".google.devtools.artifactregistry.v1.ExportArtifactMetadata");
        this.descriptors.longrunning = {
          importAptArtifacts: new this._gaxModule.LongrunningDescriptor(this.operationsClient, importAptArtifactsResponse.decode.bind(importAptArtifactsResponse), importAptArtifactsMetadata.decode.bind(importAptArtifactsMetadata)),
          importYumArtifacts: new this._gaxModule.LongrunningDescriptor(this.operationsClient, importYumArtifactsResponse.decode.bind(importYumArtifactsResponse), importYumArtifactsMetadata.decode.bind(importYumArtifactsMetadata)),
          createRepository: new this._gaxModule.LongrunningDescriptor(this.operationsClient, createRepositoryResponse.decode.bind(createRepositoryResponse), createRepositoryMetadata.decode.bind(createRepositoryMetadata)),
          deleteRepository: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteRepositoryResponse.decode.bind(deleteRepositoryResponse), deleteRepositoryMetadata.decode.bind(deleteRepositoryMetadata)),
          deletePackage: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deletePackageResponse.decode.bind(deletePackageResponse), deletePackageMetadata.decode.bind(deletePackageMetadata)),
          deleteVersion: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteVersionResponse.decode.bind(deleteVersionResponse), deleteVersionMetadata.decode.bind(deleteVersionMetadata)),
          batchDeleteVersions: new this._gaxModule.LongrunningDescriptor(this.operationsClient, batchDeleteVersionsResponse.decode.bind(batchDeleteVersionsResponse), batchDeleteVersionsMetadata.decode.bind(batchDeleteVersionsMetadata)),
          deleteFile: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteFileResponse.decode.bind(deleteFileResponse), deleteFileMetadata.decode.bind(deleteFileMetadata)),
          createAttachment: new this._gaxModule.LongrunningDescriptor(this.operationsClient, createAttachmentResponse.decode.bind(createAttachmentResponse), createAttachmentMetadata.decode.bind(createAttachmentMetadata)),
          deleteAttachment: new this._gaxModule.LongrunningDescriptor(this.operationsClient, deleteAttachmentResponse.decode.bind(deleteAttachmentResponse), deleteAttachmentMetadata.decode.bind(deleteAttachmentMetadata)),
          exportArtifact: new this._gaxModule.LongrunningDescriptor(this.operationsClient, exportArtifactResponse.decode.bind(exportArtifactResponse), exportArtifactMetadata.decode.bind(exportArtifactMetadata))
        };
        this._defaults = this._gaxGrpc.constructSettings("google.devtools.artifactregistry.v1.ArtifactRegistry", gapicConfig, opts.clientConfig || {}, { "x-goog-api-client": clientHeader.join(" ") });
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
        if (this.artifactRegistryStub) {
          return this.artifactRegistryStub;
        }
        this.artifactRegistryStub = this._gaxGrpc.createStub(this._opts.fallback ? this._protos.lookupService("google.devtools.artifactregistry.v1.ArtifactRegistry") : (
          // eslint-disable-next-line @typescript-eslint/no-explicit-any
          this._protos.google.devtools.artifactregistry.v1.ArtifactRegistry
        ), this._opts, this._providedCustomServicePath);
        const artifactRegistryStubMethods = [
          "listDockerImages",
          "getDockerImage",
          "listMavenArtifacts",
          "getMavenArtifact",
          "listNpmPackages",
          "getNpmPackage",
          "listPythonPackages",
          "getPythonPackage",
          "importAptArtifacts",
          "importYumArtifacts",
          "listRepositories",
          "getRepository",
          "createRepository",
          "updateRepository",
          "deleteRepository",
          "listPackages",
          "getPackage",
          "deletePackage",
          "listVersions",
          "getVersion",
          "deleteVersion",
          "batchDeleteVersions",
          "updateVersion",
          "listFiles",
          "getFile",
          "deleteFile",
          "updateFile",
          "listTags",
          "getTag",
          "createTag",
          "updateTag",
          "deleteTag",
          "createRule",
          "listRules",
          "getRule",
          "updateRule",
          "deleteRule",
          "setIamPolicy",
          "getIamPolicy",
          "testIamPermissions",
          "getProjectSettings",
          "updateProjectSettings",
          "getVpcscConfig",
          "updateVpcscConfig",
          "updatePackage",
          "listAttachments",
          "getAttachment",
          "createAttachment",
          "deleteAttachment",
          "exportArtifact"
        ];
        for (const methodName of artifactRegistryStubMethods) {
          const callPromise = this.artifactRegistryStub.then((stub) => (...args) => {
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
        return this.artifactRegistryStub;
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
        return "artifactregistry.googleapis.com";
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
        return "artifactregistry.googleapis.com";
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
        return [
          "https://www.googleapis.com/auth/cloud-platform",
          "https://www.googleapis.com/auth/cloud-platform.read-only"
        ];
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
      getDockerImage(request, optionsOrCallback, callback) {
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
        this._log.info("getDockerImage request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getDockerImage response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getDockerImage(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getDockerImage response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getMavenArtifact(request, optionsOrCallback, callback) {
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
        this._log.info("getMavenArtifact request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getMavenArtifact response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getMavenArtifact(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getMavenArtifact response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getNpmPackage(request, optionsOrCallback, callback) {
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
        this._log.info("getNpmPackage request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getNpmPackage response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getNpmPackage(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getNpmPackage response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getPythonPackage(request, optionsOrCallback, callback) {
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
        this._log.info("getPythonPackage request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getPythonPackage response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getPythonPackage(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getPythonPackage response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getRepository(request, optionsOrCallback, callback) {
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
        this._log.info("getRepository request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getRepository response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getRepository(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getRepository response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateRepository(request, optionsOrCallback, callback) {
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
          "repository.name": request.repository.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateRepository request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateRepository response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateRepository(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateRepository response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getPackage(request, optionsOrCallback, callback) {
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
        this._log.info("getPackage request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getPackage response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getPackage(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getPackage response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getVersion(request, optionsOrCallback, callback) {
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
        this._log.info("getVersion request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getVersion response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getVersion(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getVersion response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateVersion(request, optionsOrCallback, callback) {
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
          "version.name": request.version.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateVersion request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateVersion response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateVersion(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateVersion response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getFile(request, optionsOrCallback, callback) {
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
        this._log.info("getFile request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getFile response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getFile(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getFile response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateFile(request, optionsOrCallback, callback) {
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
          "file.name": request.file.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateFile request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateFile response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateFile(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateFile response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getTag(request, optionsOrCallback, callback) {
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
        this._log.info("getTag request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getTag response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getTag(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getTag response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      createTag(request, optionsOrCallback, callback) {
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
        this._log.info("createTag request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("createTag response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.createTag(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("createTag response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateTag(request, optionsOrCallback, callback) {
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
          "tag.name": request.tag.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateTag request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateTag response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateTag(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateTag response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      deleteTag(request, optionsOrCallback, callback) {
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
        this._log.info("deleteTag request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("deleteTag response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.deleteTag(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("deleteTag response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      createRule(request, optionsOrCallback, callback) {
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
        this._log.info("createRule request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("createRule response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.createRule(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("createRule response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getRule(request, optionsOrCallback, callback) {
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
        this._log.info("getRule request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getRule response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getRule(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getRule response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateRule(request, optionsOrCallback, callback) {
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
          "rule.name": request.rule.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateRule request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateRule response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateRule(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateRule response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      deleteRule(request, optionsOrCallback, callback) {
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
        this._log.info("deleteRule request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("deleteRule response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.deleteRule(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("deleteRule response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      setIamPolicy(request, optionsOrCallback, callback) {
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
          resource: request.resource ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("setIamPolicy request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("setIamPolicy response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.setIamPolicy(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("setIamPolicy response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getIamPolicy(request, optionsOrCallback, callback) {
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
          resource: request.resource ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("getIamPolicy request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getIamPolicy response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getIamPolicy(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getIamPolicy response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      testIamPermissions(request, optionsOrCallback, callback) {
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
          resource: request.resource ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("testIamPermissions request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("testIamPermissions response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.testIamPermissions(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("testIamPermissions response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getProjectSettings(request, optionsOrCallback, callback) {
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
        this._log.info("getProjectSettings request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getProjectSettings response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getProjectSettings(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getProjectSettings response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateProjectSettings(request, optionsOrCallback, callback) {
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
          "project_settings.name": request.projectSettings.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateProjectSettings request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateProjectSettings response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateProjectSettings(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateProjectSettings response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getVPCSCConfig(request, optionsOrCallback, callback) {
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
        this._log.info("getVPCSCConfig request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getVPCSCConfig response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getVpcscConfig(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getVPCSCConfig response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updateVPCSCConfig(request, optionsOrCallback, callback) {
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
          "vpcsc_config.name": request.vpcscConfig.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updateVPCSCConfig request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updateVPCSCConfig response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updateVpcscConfig(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updateVPCSCConfig response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      updatePackage(request, optionsOrCallback, callback) {
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
          "package.name": request.package.name ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("updatePackage request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("updatePackage response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.updatePackage(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("updatePackage response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      getAttachment(request, optionsOrCallback, callback) {
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
        this._log.info("getAttachment request %j", request);
        const wrappedCallback = callback ? (error, response, options2, rawResponse) => {
          this._log.info("getAttachment response %j", response);
          callback(error, response, options2, rawResponse);
        } : void 0;
        return this.innerApiCalls.getAttachment(request, options, wrappedCallback)?.then(([response, options2, rawResponse]) => {
          this._log.info("getAttachment response %j", response);
          return [response, options2, rawResponse];
        }).catch((error) => {
          if (error && "statusDetails" in error && error.statusDetails instanceof Array) {
            const protos = this._gaxModule.protobuf.Root.fromJSON(jsonProtos);
            error.statusDetails = (0, google_gax_1.decodeAnyProtosInArray)(error.statusDetails, protos);
          }
          throw error;
        });
      }
      importAptArtifacts(request, optionsOrCallback, callback) {
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
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("importAptArtifacts response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("importAptArtifacts request %j", request);
        return this.innerApiCalls.importAptArtifacts(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("importAptArtifacts response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `importAptArtifacts()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.import_apt_artifacts.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ImportAptArtifacts_async
       */
      async checkImportAptArtifactsProgress(name) {
        this._log.info("importAptArtifacts long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.importAptArtifacts, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      importYumArtifacts(request, optionsOrCallback, callback) {
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
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("importYumArtifacts response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("importYumArtifacts request %j", request);
        return this.innerApiCalls.importYumArtifacts(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("importYumArtifacts response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `importYumArtifacts()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.import_yum_artifacts.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ImportYumArtifacts_async
       */
      async checkImportYumArtifactsProgress(name) {
        this._log.info("importYumArtifacts long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.importYumArtifacts, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      createRepository(request, optionsOrCallback, callback) {
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
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("createRepository response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("createRepository request %j", request);
        return this.innerApiCalls.createRepository(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("createRepository response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `createRepository()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.create_repository.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_CreateRepository_async
       */
      async checkCreateRepositoryProgress(name) {
        this._log.info("createRepository long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.createRepository, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      deleteRepository(request, optionsOrCallback, callback) {
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
          this._log.info("deleteRepository response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deleteRepository request %j", request);
        return this.innerApiCalls.deleteRepository(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deleteRepository response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deleteRepository()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.delete_repository.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_DeleteRepository_async
       */
      async checkDeleteRepositoryProgress(name) {
        this._log.info("deleteRepository long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteRepository, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      deletePackage(request, optionsOrCallback, callback) {
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
          this._log.info("deletePackage response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deletePackage request %j", request);
        return this.innerApiCalls.deletePackage(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deletePackage response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deletePackage()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.delete_package.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_DeletePackage_async
       */
      async checkDeletePackageProgress(name) {
        this._log.info("deletePackage long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deletePackage, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      deleteVersion(request, optionsOrCallback, callback) {
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
          this._log.info("deleteVersion response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deleteVersion request %j", request);
        return this.innerApiCalls.deleteVersion(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deleteVersion response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deleteVersion()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.delete_version.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_DeleteVersion_async
       */
      async checkDeleteVersionProgress(name) {
        this._log.info("deleteVersion long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteVersion, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      batchDeleteVersions(request, optionsOrCallback, callback) {
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
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("batchDeleteVersions response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("batchDeleteVersions request %j", request);
        return this.innerApiCalls.batchDeleteVersions(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("batchDeleteVersions response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `batchDeleteVersions()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.batch_delete_versions.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_BatchDeleteVersions_async
       */
      async checkBatchDeleteVersionsProgress(name) {
        this._log.info("batchDeleteVersions long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.batchDeleteVersions, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      deleteFile(request, optionsOrCallback, callback) {
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
          this._log.info("deleteFile response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deleteFile request %j", request);
        return this.innerApiCalls.deleteFile(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deleteFile response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deleteFile()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.delete_file.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_DeleteFile_async
       */
      async checkDeleteFileProgress(name) {
        this._log.info("deleteFile long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteFile, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      createAttachment(request, optionsOrCallback, callback) {
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
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("createAttachment response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("createAttachment request %j", request);
        return this.innerApiCalls.createAttachment(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("createAttachment response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `createAttachment()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.create_attachment.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_CreateAttachment_async
       */
      async checkCreateAttachmentProgress(name) {
        this._log.info("createAttachment long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.createAttachment, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      deleteAttachment(request, optionsOrCallback, callback) {
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
          this._log.info("deleteAttachment response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("deleteAttachment request %j", request);
        return this.innerApiCalls.deleteAttachment(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("deleteAttachment response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `deleteAttachment()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.delete_attachment.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_DeleteAttachment_async
       */
      async checkDeleteAttachmentProgress(name) {
        this._log.info("deleteAttachment long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.deleteAttachment, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      exportArtifact(request, optionsOrCallback, callback) {
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
          repository: request.repository ?? ""
        });
        this.initialize().catch((err) => {
          throw err;
        });
        const wrappedCallback = callback ? (error, response, rawResponse, _) => {
          this._log.info("exportArtifact response %j", rawResponse);
          callback(error, response, rawResponse, _);
        } : void 0;
        this._log.info("exportArtifact request %j", request);
        return this.innerApiCalls.exportArtifact(request, options, wrappedCallback)?.then(([response, rawResponse, _]) => {
          this._log.info("exportArtifact response %j", rawResponse);
          return [response, rawResponse, _];
        });
      }
      /**
       * Check the status of the long running operation returned by `exportArtifact()`.
       * @param {String} name
       *   The operation name that will be passed.
       * @returns {Promise} - The promise which resolves to an object.
       *   The decoded operation object has result and metadata field to get information from.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#long-running-operations | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.export_artifact.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ExportArtifact_async
       */
      async checkExportArtifactProgress(name) {
        this._log.info("exportArtifact long-running");
        const request = new this._gaxModule.operationsProtos.google.longrunning.GetOperationRequest({ name });
        const [operation] = await this.operationsClient.getOperation(request);
        const decodeOperation = new this._gaxModule.Operation(operation, this.descriptors.longrunning.exportArtifact, this._gaxModule.createDefaultBackoffSettings());
        return decodeOperation;
      }
      listDockerImages(request, optionsOrCallback, callback) {
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
          this._log.info("listDockerImages values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listDockerImages request %j", request);
        return this.innerApiCalls.listDockerImages(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listDockerImages values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listDockerImages`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose docker images will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} request.orderBy
       *   The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.DockerImage|DockerImage} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listDockerImagesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listDockerImagesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listDockerImages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listDockerImages stream %j", request);
        return this.descriptors.page.listDockerImages.createStream(this.innerApiCalls.listDockerImages, request, callSettings);
      }
      /**
       * Equivalent to `listDockerImages`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose docker images will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} request.orderBy
       *   The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.DockerImage|DockerImage}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_docker_images.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListDockerImages_async
       */
      listDockerImagesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listDockerImages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listDockerImages iterate %j", request);
        return this.descriptors.page.listDockerImages.asyncIterate(this.innerApiCalls["listDockerImages"], request, callSettings);
      }
      listMavenArtifacts(request, optionsOrCallback, callback) {
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
          this._log.info("listMavenArtifacts values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listMavenArtifacts request %j", request);
        return this.innerApiCalls.listMavenArtifacts(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listMavenArtifacts values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listMavenArtifacts`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose maven artifacts will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.MavenArtifact|MavenArtifact} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listMavenArtifactsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listMavenArtifactsStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listMavenArtifacts"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listMavenArtifacts stream %j", request);
        return this.descriptors.page.listMavenArtifacts.createStream(this.innerApiCalls.listMavenArtifacts, request, callSettings);
      }
      /**
       * Equivalent to `listMavenArtifacts`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose maven artifacts will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.MavenArtifact|MavenArtifact}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_maven_artifacts.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListMavenArtifacts_async
       */
      listMavenArtifactsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listMavenArtifacts"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listMavenArtifacts iterate %j", request);
        return this.descriptors.page.listMavenArtifacts.asyncIterate(this.innerApiCalls["listMavenArtifacts"], request, callSettings);
      }
      listNpmPackages(request, optionsOrCallback, callback) {
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
          this._log.info("listNpmPackages values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listNpmPackages request %j", request);
        return this.innerApiCalls.listNpmPackages(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listNpmPackages values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listNpmPackages`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose npm packages will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.NpmPackage|NpmPackage} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listNpmPackagesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listNpmPackagesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listNpmPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listNpmPackages stream %j", request);
        return this.descriptors.page.listNpmPackages.createStream(this.innerApiCalls.listNpmPackages, request, callSettings);
      }
      /**
       * Equivalent to `listNpmPackages`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose npm packages will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.NpmPackage|NpmPackage}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_npm_packages.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListNpmPackages_async
       */
      listNpmPackagesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listNpmPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listNpmPackages iterate %j", request);
        return this.descriptors.page.listNpmPackages.asyncIterate(this.innerApiCalls["listNpmPackages"], request, callSettings);
      }
      listPythonPackages(request, optionsOrCallback, callback) {
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
          this._log.info("listPythonPackages values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listPythonPackages request %j", request);
        return this.innerApiCalls.listPythonPackages(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listPythonPackages values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listPythonPackages`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose python packages will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.PythonPackage|PythonPackage} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listPythonPackagesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listPythonPackagesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listPythonPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listPythonPackages stream %j", request);
        return this.descriptors.page.listPythonPackages.createStream(this.innerApiCalls.listPythonPackages, request, callSettings);
      }
      /**
       * Equivalent to `listPythonPackages`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose python packages will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of artifacts to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.PythonPackage|PythonPackage}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_python_packages.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListPythonPackages_async
       */
      listPythonPackagesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listPythonPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listPythonPackages iterate %j", request);
        return this.descriptors.page.listPythonPackages.asyncIterate(this.innerApiCalls["listPythonPackages"], request, callSettings);
      }
      listRepositories(request, optionsOrCallback, callback) {
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
          this._log.info("listRepositories values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listRepositories request %j", request);
        return this.innerApiCalls.listRepositories(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listRepositories values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listRepositories`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose repositories will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of repositories to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *
       *    Examples of using a filter:
       *
       *   To filter the results of your request to repositories with the name
       *   `my-repo` in project `my-project` in the `us-central` region, append the
       *   following filter expression to your request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/*repo"`
       *     * `name="projects/my-project/locations/us-central1/repositories/*repo*"`
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Repository|Repository} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listRepositoriesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listRepositoriesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listRepositories"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listRepositories stream %j", request);
        return this.descriptors.page.listRepositories.createStream(this.innerApiCalls.listRepositories, request, callSettings);
      }
      /**
       * Equivalent to `listRepositories`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose repositories will be
       *   listed.
       * @param {number} request.pageSize
       *   The maximum number of repositories to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *
       *    Examples of using a filter:
       *
       *   To filter the results of your request to repositories with the name
       *   `my-repo` in project `my-project` in the `us-central` region, append the
       *   following filter expression to your request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/*repo"`
       *     * `name="projects/my-project/locations/us-central1/repositories/*repo*"`
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Repository|Repository}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_repositories.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListRepositories_async
       */
      listRepositoriesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listRepositories"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listRepositories iterate %j", request);
        return this.descriptors.page.listRepositories.asyncIterate(this.innerApiCalls["listRepositories"], request, callSettings);
      }
      listPackages(request, optionsOrCallback, callback) {
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
          this._log.info("listPackages values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listPackages request %j", request);
        return this.innerApiCalls.listPackages(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listPackages values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listPackages`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose packages will be listed.
       * @param {number} request.pageSize
       *   The maximum number of packages to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `annotations`
       *
       *   Examples of using a filter:
       *
       *    To filter the results of your request to packages with the name
       *    `my-package` in project `my-project` in the `us-central` region, in
       *    repository `my-repo`, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/*package"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/*pack*"`
       *
       *    To filter the results of your request to packages with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request":
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter the results just for a specific annotation key `external_link`,
       *    append the following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to packages with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-package`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-package`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Package|Package} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listPackagesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listPackagesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listPackages stream %j", request);
        return this.descriptors.page.listPackages.createStream(this.innerApiCalls.listPackages, request, callSettings);
      }
      /**
       * Equivalent to `listPackages`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose packages will be listed.
       * @param {number} request.pageSize
       *   The maximum number of packages to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `annotations`
       *
       *   Examples of using a filter:
       *
       *    To filter the results of your request to packages with the name
       *    `my-package` in project `my-project` in the `us-central` region, in
       *    repository `my-repo`, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/*package"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/*pack*"`
       *
       *    To filter the results of your request to packages with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request":
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter the results just for a specific annotation key `external_link`,
       *    append the following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to packages with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-package`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-package`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Package|Package}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_packages.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListPackages_async
       */
      listPackagesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listPackages"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listPackages iterate %j", request);
        return this.descriptors.page.listPackages.asyncIterate(this.innerApiCalls["listPackages"], request, callSettings);
      }
      listVersions(request, optionsOrCallback, callback) {
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
          this._log.info("listVersions values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listVersions request %j", request);
        return this.innerApiCalls.listVersions(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listVersions values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listVersions`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   The name of the parent resource whose versions will be listed.
       * @param {number} request.pageSize
       *   The maximum number of versions to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {google.devtools.artifactregistry.v1.VersionView} request.view
       *   The view that should be returned in the response.
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `annotations`
       *
       *    Examples of using a filter:
       *
       *    To filter the results of your request to versions with the name
       *    `my-version` in project `my-project` in the `us-central` region, in
       *    repository `my-repo`, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/my-version"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/*version"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/my*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/*version*"`
       *
       *    To filter the results of your request to versions with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter just for a specific annotation key `external_link`, append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to versions with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-version`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-version`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Version|Version} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listVersionsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listVersionsStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listVersions"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listVersions stream %j", request);
        return this.descriptors.page.listVersions.createStream(this.innerApiCalls.listVersions, request, callSettings);
      }
      /**
       * Equivalent to `listVersions`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   The name of the parent resource whose versions will be listed.
       * @param {number} request.pageSize
       *   The maximum number of versions to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {google.devtools.artifactregistry.v1.VersionView} request.view
       *   The view that should be returned in the response.
       * @param {string} [request.orderBy]
       *   Optional. The field to order the results by.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `annotations`
       *
       *    Examples of using a filter:
       *
       *    To filter the results of your request to versions with the name
       *    `my-version` in project `my-project` in the `us-central` region, in
       *    repository `my-repo`, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/my-version"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/*version"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/my*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/*version*"`
       *
       *    To filter the results of your request to versions with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter just for a specific annotation key `external_link`, append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to versions with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-version`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-version`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Version|Version}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_versions.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListVersions_async
       */
      listVersionsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listVersions"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listVersions iterate %j", request);
        return this.descriptors.page.listVersions.asyncIterate(this.innerApiCalls["listVersions"], request, callSettings);
      }
      listFiles(request, optionsOrCallback, callback) {
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
          this._log.info("listFiles values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listFiles request %j", request);
        return this.innerApiCalls.listFiles(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listFiles values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listFiles`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the repository whose files will be listed. For
       *   example: "projects/p1/locations/us-central1/repositories/repo1
       * @param {string} request.filter
       *   An expression for filtering the results of the request. Filter rules are
       *   case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `owner`
       *     * `annotations`
       *
       *   Examples of using a filter:
       *
       *    To filter the results of your request to files with the name `my_file.txt`
       *    in project `my-project` in the `us-central` region, in repository
       *    `my-repo`, append the following filter expression to your request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/my-file.txt"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/*file.txt"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/*file*"`
       *
       *    To filter the results of your request to files owned by the version `1.0`
       *    in package `pkg1`, append the following filter expression to your request:
       *
       *     * `owner="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/1.0"`
       *
       *    To filter the results of your request to files with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter just for a specific annotation key `external_link`, append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to files with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-file`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-file`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {number} request.pageSize
       *   The maximum number of files to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} request.orderBy
       *   The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.File|File} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listFilesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listFilesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listFiles"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listFiles stream %j", request);
        return this.descriptors.page.listFiles.createStream(this.innerApiCalls.listFiles, request, callSettings);
      }
      /**
       * Equivalent to `listFiles`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the repository whose files will be listed. For
       *   example: "projects/p1/locations/us-central1/repositories/repo1
       * @param {string} request.filter
       *   An expression for filtering the results of the request. Filter rules are
       *   case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `owner`
       *     * `annotations`
       *
       *   Examples of using a filter:
       *
       *    To filter the results of your request to files with the name `my_file.txt`
       *    in project `my-project` in the `us-central` region, in repository
       *    `my-repo`, append the following filter expression to your request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/my-file.txt"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/my-*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/*file.txt"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/files/*file*"`
       *
       *    To filter the results of your request to files owned by the version `1.0`
       *    in package `pkg1`, append the following filter expression to your request:
       *
       *     * `owner="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/1.0"`
       *
       *    To filter the results of your request to files with the annotation
       *    key-value pair [`external_link`: `external_link_value`], append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link:external_link_value"`
       *
       *    To filter just for a specific annotation key `external_link`, append the
       *    following filter expression to your request:
       *
       *     * `"annotations.external_link"`
       *
       *    If the annotation key or value contains special characters, you can escape
       *    them by surrounding the value with backticks. For example, to filter the
       *    results of your request to files with the annotation key-value pair
       *    [`external.link`:`https://example.com/my-file`], append the following
       *    filter expression to your request:
       *
       *     * `` "annotations.`external.link`:`https://example.com/my-file`" ``
       *
       *    You can also filter with annotations with a wildcard to
       *    match any number of characters before or after the value:
       *
       *     * `` "annotations.*_link:`*example.com*`" ``
       * @param {number} request.pageSize
       *   The maximum number of files to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {string} request.orderBy
       *   The field to order the results by.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.File|File}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_files.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListFiles_async
       */
      listFilesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listFiles"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listFiles iterate %j", request);
        return this.descriptors.page.listFiles.asyncIterate(this.innerApiCalls["listFiles"], request, callSettings);
      }
      listTags(request, optionsOrCallback, callback) {
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
          this._log.info("listTags values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listTags request %j", request);
        return this.innerApiCalls.listTags(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listTags values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listTags`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   The name of the parent package whose tags will be listed.
       *   For example:
       *   `projects/p1/locations/us-central1/repositories/repo1/packages/pkg1`.
       * @param {string} request.filter
       *   An expression for filtering the results of the request. Filter rules are
       *   case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `version`
       *
       *    Examples of using a filter:
       *
       *    To filter the results of your request to tags with the name `my-tag` in
       *    package `my-package` in repository `my-repo` in project "`y-project` in
       *    the us-central region, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/my-tag"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/my*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/*tag"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/*tag*"`
       *
       *    To filter the results of your request to tags applied to the version
       *    `1.0` in package `my-package`, append the following filter expression to
       *    your request:
       *
       *     * `version="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/1.0"`
       * @param {number} request.pageSize
       *   The maximum number of tags to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Tag|Tag} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listTagsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listTagsStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listTags"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listTags stream %j", request);
        return this.descriptors.page.listTags.createStream(this.innerApiCalls.listTags, request, callSettings);
      }
      /**
       * Equivalent to `listTags`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   The name of the parent package whose tags will be listed.
       *   For example:
       *   `projects/p1/locations/us-central1/repositories/repo1/packages/pkg1`.
       * @param {string} request.filter
       *   An expression for filtering the results of the request. Filter rules are
       *   case insensitive. The fields eligible for filtering are:
       *
       *     * `name`
       *     * `version`
       *
       *    Examples of using a filter:
       *
       *    To filter the results of your request to tags with the name `my-tag` in
       *    package `my-package` in repository `my-repo` in project "`y-project` in
       *    the us-central region, append the following filter expression to your
       *    request:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/my-tag"`
       *
       *    You can also use wildcards to match any number of characters before or
       *    after the value:
       *
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/my*"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/*tag"`
       *     * `name="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/tags/*tag*"`
       *
       *    To filter the results of your request to tags applied to the version
       *    `1.0` in package `my-package`, append the following filter expression to
       *    your request:
       *
       *     * `version="projects/my-project/locations/us-central1/repositories/my-repo/packages/my-package/versions/1.0"`
       * @param {number} request.pageSize
       *   The maximum number of tags to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Tag|Tag}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_tags.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListTags_async
       */
      listTagsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listTags"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listTags iterate %j", request);
        return this.descriptors.page.listTags.asyncIterate(this.innerApiCalls["listTags"], request, callSettings);
      }
      listRules(request, optionsOrCallback, callback) {
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
          this._log.info("listRules values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listRules request %j", request);
        return this.innerApiCalls.listRules(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listRules values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listRules`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent repository whose rules will be listed.
       *   For example:
       *   `projects/p1/locations/us-central1/repositories/repo1`.
       * @param {number} request.pageSize
       *   The maximum number of rules to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Rule|Rule} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listRulesAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listRulesStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listRules"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listRules stream %j", request);
        return this.descriptors.page.listRules.createStream(this.innerApiCalls.listRules, request, callSettings);
      }
      /**
       * Equivalent to `listRules`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent repository whose rules will be listed.
       *   For example:
       *   `projects/p1/locations/us-central1/repositories/repo1`.
       * @param {number} request.pageSize
       *   The maximum number of rules to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Rule|Rule}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_rules.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListRules_async
       */
      listRulesAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listRules"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listRules iterate %j", request);
        return this.descriptors.page.listRules.asyncIterate(this.innerApiCalls["listRules"], request, callSettings);
      }
      listAttachments(request, optionsOrCallback, callback) {
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
          this._log.info("listAttachments values %j", values);
          callback(error, values, nextPageRequest, rawResponse);
        } : void 0;
        this._log.info("listAttachments request %j", request);
        return this.innerApiCalls.listAttachments(request, options, wrappedCallback)?.then(([response, input, output]) => {
          this._log.info("listAttachments values %j", response);
          return [response, input, output];
        });
      }
      /**
       * Equivalent to `listAttachments`, but returns a NodeJS Stream object.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose attachments will be listed.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `target`
       *     * `type`
       *     * `attachment_namespace`
       * @param {number} request.pageSize
       *   The maximum number of attachments to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Stream}
       *   An object stream which emits an object representing {@link protos.google.devtools.artifactregistry.v1.Attachment|Attachment} on 'data' event.
       *   The client library will perform auto-pagination by default: it will call the API as many
       *   times as needed. Note that it can affect your quota.
       *   We recommend using `listAttachmentsAsync()`
       *   method described below for async iteration which you can stop as needed.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       */
      listAttachmentsStream(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listAttachments"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listAttachments stream %j", request);
        return this.descriptors.page.listAttachments.createStream(this.innerApiCalls.listAttachments, request, callSettings);
      }
      /**
       * Equivalent to `listAttachments`, but returns an iterable object.
       *
       * `for`-`await`-`of` syntax is used with the iterable to get response elements on-demand.
       * @param {Object} request
       *   The request object that will be sent.
       * @param {string} request.parent
       *   Required. The name of the parent resource whose attachments will be listed.
       * @param {string} [request.filter]
       *   Optional. An expression for filtering the results of the request. Filter
       *   rules are case insensitive. The fields eligible for filtering are:
       *
       *     * `target`
       *     * `type`
       *     * `attachment_namespace`
       * @param {number} request.pageSize
       *   The maximum number of attachments to return. Maximum page size is 1,000.
       * @param {string} request.pageToken
       *   The next_page_token value returned from a previous list request, if any.
       * @param {object} [options]
       *   Call options. See {@link https://googleapis.dev/nodejs/google-gax/latest/interfaces/CallOptions.html|CallOptions} for more details.
       * @returns {Object}
       *   An iterable Object that allows {@link https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Iteration_protocols | async iteration }.
       *   When you iterate the returned iterable, each element will be an object representing
       *   {@link protos.google.devtools.artifactregistry.v1.Attachment|Attachment}. The API will be called under the hood as needed, once per the page,
       *   so you can stop the iteration when you don't need more results.
       *   Please see the {@link https://github.com/googleapis/gax-nodejs/blob/master/client-libraries.md#auto-pagination | documentation }
       *   for more details and examples.
       * @example <caption>include:samples/generated/v1/artifact_registry.list_attachments.js</caption>
       * region_tag:artifactregistry_v1_generated_ArtifactRegistry_ListAttachments_async
       */
      listAttachmentsAsync(request, options) {
        request = request || {};
        options = options || {};
        options.otherArgs = options.otherArgs || {};
        options.otherArgs.headers = options.otherArgs.headers || {};
        options.otherArgs.headers["x-goog-request-params"] = this._gaxModule.routingHeader.fromParams({
          parent: request.parent ?? ""
        });
        const defaultCallSettings = this._defaults["listAttachments"];
        const callSettings = defaultCallSettings.merge(options);
        this.initialize().catch((err) => {
          throw err;
        });
        this._log.info("listAttachments iterate %j", request);
        return this.descriptors.page.listAttachments.asyncIterate(this.innerApiCalls["listAttachments"], request, callSettings);
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
       * Return a fully-qualified aptArtifact resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} apt_artifact
       * @returns {string} Resource name string.
       */
      aptArtifactPath(project, location, repository, aptArtifact) {
        return this.pathTemplates.aptArtifactPathTemplate.render({
          project,
          location,
          repository,
          apt_artifact: aptArtifact
        });
      }
      /**
       * Parse the project from AptArtifact resource.
       *
       * @param {string} aptArtifactName
       *   A fully-qualified path representing AptArtifact resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromAptArtifactName(aptArtifactName) {
        return this.pathTemplates.aptArtifactPathTemplate.match(aptArtifactName).project;
      }
      /**
       * Parse the location from AptArtifact resource.
       *
       * @param {string} aptArtifactName
       *   A fully-qualified path representing AptArtifact resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromAptArtifactName(aptArtifactName) {
        return this.pathTemplates.aptArtifactPathTemplate.match(aptArtifactName).location;
      }
      /**
       * Parse the repository from AptArtifact resource.
       *
       * @param {string} aptArtifactName
       *   A fully-qualified path representing AptArtifact resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromAptArtifactName(aptArtifactName) {
        return this.pathTemplates.aptArtifactPathTemplate.match(aptArtifactName).repository;
      }
      /**
       * Parse the apt_artifact from AptArtifact resource.
       *
       * @param {string} aptArtifactName
       *   A fully-qualified path representing AptArtifact resource.
       * @returns {string} A string representing the apt_artifact.
       */
      matchAptArtifactFromAptArtifactName(aptArtifactName) {
        return this.pathTemplates.aptArtifactPathTemplate.match(aptArtifactName).apt_artifact;
      }
      /**
       * Return a fully-qualified attachment resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} attachment
       * @returns {string} Resource name string.
       */
      attachmentPath(project, location, repository, attachment) {
        return this.pathTemplates.attachmentPathTemplate.render({
          project,
          location,
          repository,
          attachment
        });
      }
      /**
       * Parse the project from Attachment resource.
       *
       * @param {string} attachmentName
       *   A fully-qualified path representing Attachment resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromAttachmentName(attachmentName) {
        return this.pathTemplates.attachmentPathTemplate.match(attachmentName).project;
      }
      /**
       * Parse the location from Attachment resource.
       *
       * @param {string} attachmentName
       *   A fully-qualified path representing Attachment resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromAttachmentName(attachmentName) {
        return this.pathTemplates.attachmentPathTemplate.match(attachmentName).location;
      }
      /**
       * Parse the repository from Attachment resource.
       *
       * @param {string} attachmentName
       *   A fully-qualified path representing Attachment resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromAttachmentName(attachmentName) {
        return this.pathTemplates.attachmentPathTemplate.match(attachmentName).repository;
      }
      /**
       * Parse the attachment from Attachment resource.
       *
       * @param {string} attachmentName
       *   A fully-qualified path representing Attachment resource.
       * @returns {string} A string representing the attachment.
       */
      matchAttachmentFromAttachmentName(attachmentName) {
        return this.pathTemplates.attachmentPathTemplate.match(attachmentName).attachment;
      }
      /**
       * Return a fully-qualified dockerImage resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} docker_image
       * @returns {string} Resource name string.
       */
      dockerImagePath(project, location, repository, dockerImage) {
        return this.pathTemplates.dockerImagePathTemplate.render({
          project,
          location,
          repository,
          docker_image: dockerImage
        });
      }
      /**
       * Parse the project from DockerImage resource.
       *
       * @param {string} dockerImageName
       *   A fully-qualified path representing DockerImage resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromDockerImageName(dockerImageName) {
        return this.pathTemplates.dockerImagePathTemplate.match(dockerImageName).project;
      }
      /**
       * Parse the location from DockerImage resource.
       *
       * @param {string} dockerImageName
       *   A fully-qualified path representing DockerImage resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromDockerImageName(dockerImageName) {
        return this.pathTemplates.dockerImagePathTemplate.match(dockerImageName).location;
      }
      /**
       * Parse the repository from DockerImage resource.
       *
       * @param {string} dockerImageName
       *   A fully-qualified path representing DockerImage resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromDockerImageName(dockerImageName) {
        return this.pathTemplates.dockerImagePathTemplate.match(dockerImageName).repository;
      }
      /**
       * Parse the docker_image from DockerImage resource.
       *
       * @param {string} dockerImageName
       *   A fully-qualified path representing DockerImage resource.
       * @returns {string} A string representing the docker_image.
       */
      matchDockerImageFromDockerImageName(dockerImageName) {
        return this.pathTemplates.dockerImagePathTemplate.match(dockerImageName).docker_image;
      }
      /**
       * Return a fully-qualified file resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} file
       * @returns {string} Resource name string.
       */
      filePath(project, location, repository, file) {
        return this.pathTemplates.filePathTemplate.render({
          project,
          location,
          repository,
          file
        });
      }
      /**
       * Parse the project from File resource.
       *
       * @param {string} fileName
       *   A fully-qualified path representing File resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromFileName(fileName) {
        return this.pathTemplates.filePathTemplate.match(fileName).project;
      }
      /**
       * Parse the location from File resource.
       *
       * @param {string} fileName
       *   A fully-qualified path representing File resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromFileName(fileName) {
        return this.pathTemplates.filePathTemplate.match(fileName).location;
      }
      /**
       * Parse the repository from File resource.
       *
       * @param {string} fileName
       *   A fully-qualified path representing File resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromFileName(fileName) {
        return this.pathTemplates.filePathTemplate.match(fileName).repository;
      }
      /**
       * Parse the file from File resource.
       *
       * @param {string} fileName
       *   A fully-qualified path representing File resource.
       * @returns {string} A string representing the file.
       */
      matchFileFromFileName(fileName) {
        return this.pathTemplates.filePathTemplate.match(fileName).file;
      }
      /**
       * Return a fully-qualified genericArtifact resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} generic_artifact
       * @returns {string} Resource name string.
       */
      genericArtifactPath(project, location, repository, genericArtifact) {
        return this.pathTemplates.genericArtifactPathTemplate.render({
          project,
          location,
          repository,
          generic_artifact: genericArtifact
        });
      }
      /**
       * Parse the project from GenericArtifact resource.
       *
       * @param {string} genericArtifactName
       *   A fully-qualified path representing GenericArtifact resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromGenericArtifactName(genericArtifactName) {
        return this.pathTemplates.genericArtifactPathTemplate.match(genericArtifactName).project;
      }
      /**
       * Parse the location from GenericArtifact resource.
       *
       * @param {string} genericArtifactName
       *   A fully-qualified path representing GenericArtifact resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromGenericArtifactName(genericArtifactName) {
        return this.pathTemplates.genericArtifactPathTemplate.match(genericArtifactName).location;
      }
      /**
       * Parse the repository from GenericArtifact resource.
       *
       * @param {string} genericArtifactName
       *   A fully-qualified path representing GenericArtifact resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromGenericArtifactName(genericArtifactName) {
        return this.pathTemplates.genericArtifactPathTemplate.match(genericArtifactName).repository;
      }
      /**
       * Parse the generic_artifact from GenericArtifact resource.
       *
       * @param {string} genericArtifactName
       *   A fully-qualified path representing GenericArtifact resource.
       * @returns {string} A string representing the generic_artifact.
       */
      matchGenericArtifactFromGenericArtifactName(genericArtifactName) {
        return this.pathTemplates.genericArtifactPathTemplate.match(genericArtifactName).generic_artifact;
      }
      /**
       * Return a fully-qualified goModule resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} go_module
       * @returns {string} Resource name string.
       */
      goModulePath(project, location, repository, goModule) {
        return this.pathTemplates.goModulePathTemplate.render({
          project,
          location,
          repository,
          go_module: goModule
        });
      }
      /**
       * Parse the project from GoModule resource.
       *
       * @param {string} goModuleName
       *   A fully-qualified path representing GoModule resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromGoModuleName(goModuleName) {
        return this.pathTemplates.goModulePathTemplate.match(goModuleName).project;
      }
      /**
       * Parse the location from GoModule resource.
       *
       * @param {string} goModuleName
       *   A fully-qualified path representing GoModule resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromGoModuleName(goModuleName) {
        return this.pathTemplates.goModulePathTemplate.match(goModuleName).location;
      }
      /**
       * Parse the repository from GoModule resource.
       *
       * @param {string} goModuleName
       *   A fully-qualified path representing GoModule resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromGoModuleName(goModuleName) {
        return this.pathTemplates.goModulePathTemplate.match(goModuleName).repository;
      }
      /**
       * Parse the go_module from GoModule resource.
       *
       * @param {string} goModuleName
       *   A fully-qualified path representing GoModule resource.
       * @returns {string} A string representing the go_module.
       */
      matchGoModuleFromGoModuleName(goModuleName) {
        return this.pathTemplates.goModulePathTemplate.match(goModuleName).go_module;
      }
      /**
       * Return a fully-qualified kfpArtifact resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} kfp_artifact
       * @returns {string} Resource name string.
       */
      kfpArtifactPath(project, location, repository, kfpArtifact) {
        return this.pathTemplates.kfpArtifactPathTemplate.render({
          project,
          location,
          repository,
          kfp_artifact: kfpArtifact
        });
      }
      /**
       * Parse the project from KfpArtifact resource.
       *
       * @param {string} kfpArtifactName
       *   A fully-qualified path representing KfpArtifact resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromKfpArtifactName(kfpArtifactName) {
        return this.pathTemplates.kfpArtifactPathTemplate.match(kfpArtifactName).project;
      }
      /**
       * Parse the location from KfpArtifact resource.
       *
       * @param {string} kfpArtifactName
       *   A fully-qualified path representing KfpArtifact resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromKfpArtifactName(kfpArtifactName) {
        return this.pathTemplates.kfpArtifactPathTemplate.match(kfpArtifactName).location;
      }
      /**
       * Parse the repository from KfpArtifact resource.
       *
       * @param {string} kfpArtifactName
       *   A fully-qualified path representing KfpArtifact resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromKfpArtifactName(kfpArtifactName) {
        return this.pathTemplates.kfpArtifactPathTemplate.match(kfpArtifactName).repository;
      }
      /**
       * Parse the kfp_artifact from KfpArtifact resource.
       *
       * @param {string} kfpArtifactName
       *   A fully-qualified path representing KfpArtifact resource.
       * @returns {string} A string representing the kfp_artifact.
       */
      matchKfpArtifactFromKfpArtifactName(kfpArtifactName) {
        return this.pathTemplates.kfpArtifactPathTemplate.match(kfpArtifactName).kfp_artifact;
      }
      /**
       * Return a fully-qualified mavenArtifact resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} maven_artifact
       * @returns {string} Resource name string.
       */
      mavenArtifactPath(project, location, repository, mavenArtifact) {
        return this.pathTemplates.mavenArtifactPathTemplate.render({
          project,
          location,
          repository,
          maven_artifact: mavenArtifact
        });
      }
      /**
       * Parse the project from MavenArtifact resource.
       *
       * @param {string} mavenArtifactName
       *   A fully-qualified path representing MavenArtifact resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromMavenArtifactName(mavenArtifactName) {
        return this.pathTemplates.mavenArtifactPathTemplate.match(mavenArtifactName).project;
      }
      /**
       * Parse the location from MavenArtifact resource.
       *
       * @param {string} mavenArtifactName
       *   A fully-qualified path representing MavenArtifact resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromMavenArtifactName(mavenArtifactName) {
        return this.pathTemplates.mavenArtifactPathTemplate.match(mavenArtifactName).location;
      }
      /**
       * Parse the repository from MavenArtifact resource.
       *
       * @param {string} mavenArtifactName
       *   A fully-qualified path representing MavenArtifact resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromMavenArtifactName(mavenArtifactName) {
        return this.pathTemplates.mavenArtifactPathTemplate.match(mavenArtifactName).repository;
      }
      /**
       * Parse the maven_artifact from MavenArtifact resource.
       *
       * @param {string} mavenArtifactName
       *   A fully-qualified path representing MavenArtifact resource.
       * @returns {string} A string representing the maven_artifact.
       */
      matchMavenArtifactFromMavenArtifactName(mavenArtifactName) {
        return this.pathTemplates.mavenArtifactPathTemplate.match(mavenArtifactName).maven_artifact;
      }
      /**
       * Return a fully-qualified npmPackage resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} npm_package
       * @returns {string} Resource name string.
       */
      npmPackagePath(project, location, repository, npmPackage) {
        return this.pathTemplates.npmPackagePathTemplate.render({
          project,
          location,
          repository,
          npm_package: npmPackage
        });
      }
      /**
       * Parse the project from NpmPackage resource.
       *
       * @param {string} npmPackageName
       *   A fully-qualified path representing NpmPackage resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromNpmPackageName(npmPackageName) {
        return this.pathTemplates.npmPackagePathTemplate.match(npmPackageName).project;
      }
      /**
       * Parse the location from NpmPackage resource.
       *
       * @param {string} npmPackageName
       *   A fully-qualified path representing NpmPackage resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromNpmPackageName(npmPackageName) {
        return this.pathTemplates.npmPackagePathTemplate.match(npmPackageName).location;
      }
      /**
       * Parse the repository from NpmPackage resource.
       *
       * @param {string} npmPackageName
       *   A fully-qualified path representing NpmPackage resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromNpmPackageName(npmPackageName) {
        return this.pathTemplates.npmPackagePathTemplate.match(npmPackageName).repository;
      }
      /**
       * Parse the npm_package from NpmPackage resource.
       *
       * @param {string} npmPackageName
       *   A fully-qualified path representing NpmPackage resource.
       * @returns {string} A string representing the npm_package.
       */
      matchNpmPackageFromNpmPackageName(npmPackageName) {
        return this.pathTemplates.npmPackagePathTemplate.match(npmPackageName).npm_package;
      }
      /**
       * Return a fully-qualified package resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} packageParam
       * @returns {string} Resource name string.
       */
      packagePath(project, location, repository, packageParam) {
        return this.pathTemplates.packagePathTemplate.render({
          project,
          location,
          repository,
          package: packageParam
        });
      }
      /**
       * Parse the project from Package resource.
       *
       * @param {string} packageName
       *   A fully-qualified path representing Package resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromPackageName(packageName) {
        return this.pathTemplates.packagePathTemplate.match(packageName).project;
      }
      /**
       * Parse the location from Package resource.
       *
       * @param {string} packageName
       *   A fully-qualified path representing Package resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromPackageName(packageName) {
        return this.pathTemplates.packagePathTemplate.match(packageName).location;
      }
      /**
       * Parse the repository from Package resource.
       *
       * @param {string} packageName
       *   A fully-qualified path representing Package resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromPackageName(packageName) {
        return this.pathTemplates.packagePathTemplate.match(packageName).repository;
      }
      /**
       * Parse the package from Package resource.
       *
       * @param {string} packageName
       *   A fully-qualified path representing Package resource.
       * @returns {string} A string representing the package.
       */
      matchPackageFromPackageName(packageName) {
        return this.pathTemplates.packagePathTemplate.match(packageName).package;
      }
      /**
       * Return a fully-qualified projectSettings resource name string.
       *
       * @param {string} project
       * @returns {string} Resource name string.
       */
      projectSettingsPath(project) {
        return this.pathTemplates.projectSettingsPathTemplate.render({
          project
        });
      }
      /**
       * Parse the project from ProjectSettings resource.
       *
       * @param {string} projectSettingsName
       *   A fully-qualified path representing ProjectSettings resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromProjectSettingsName(projectSettingsName) {
        return this.pathTemplates.projectSettingsPathTemplate.match(projectSettingsName).project;
      }
      /**
       * Return a fully-qualified pythonPackage resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} python_package
       * @returns {string} Resource name string.
       */
      pythonPackagePath(project, location, repository, pythonPackage) {
        return this.pathTemplates.pythonPackagePathTemplate.render({
          project,
          location,
          repository,
          python_package: pythonPackage
        });
      }
      /**
       * Parse the project from PythonPackage resource.
       *
       * @param {string} pythonPackageName
       *   A fully-qualified path representing PythonPackage resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromPythonPackageName(pythonPackageName) {
        return this.pathTemplates.pythonPackagePathTemplate.match(pythonPackageName).project;
      }
      /**
       * Parse the location from PythonPackage resource.
       *
       * @param {string} pythonPackageName
       *   A fully-qualified path representing PythonPackage resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromPythonPackageName(pythonPackageName) {
        return this.pathTemplates.pythonPackagePathTemplate.match(pythonPackageName).location;
      }
      /**
       * Parse the repository from PythonPackage resource.
       *
       * @param {string} pythonPackageName
       *   A fully-qualified path representing PythonPackage resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromPythonPackageName(pythonPackageName) {
        return this.pathTemplates.pythonPackagePathTemplate.match(pythonPackageName).repository;
      }
      /**
       * Parse the python_package from PythonPackage resource.
       *
       * @param {string} pythonPackageName
       *   A fully-qualified path representing PythonPackage resource.
       * @returns {string} A string representing the python_package.
       */
      matchPythonPackageFromPythonPackageName(pythonPackageName) {
        return this.pathTemplates.pythonPackagePathTemplate.match(pythonPackageName).python_package;
      }
      /**
       * Return a fully-qualified repository resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @returns {string} Resource name string.
       */
      repositoryPath(project, location, repository) {
        return this.pathTemplates.repositoryPathTemplate.render({
          project,
          location,
          repository
        });
      }
      /**
       * Parse the project from Repository resource.
       *
       * @param {string} repositoryName
       *   A fully-qualified path representing Repository resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromRepositoryName(repositoryName) {
        return this.pathTemplates.repositoryPathTemplate.match(repositoryName).project;
      }
      /**
       * Parse the location from Repository resource.
       *
       * @param {string} repositoryName
       *   A fully-qualified path representing Repository resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromRepositoryName(repositoryName) {
        return this.pathTemplates.repositoryPathTemplate.match(repositoryName).location;
      }
      /**
       * Parse the repository from Repository resource.
       *
       * @param {string} repositoryName
       *   A fully-qualified path representing Repository resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromRepositoryName(repositoryName) {
        return this.pathTemplates.repositoryPathTemplate.match(repositoryName).repository;
      }
      /**
       * Return a fully-qualified rule resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} rule
       * @returns {string} Resource name string.
       */
      rulePath(project, location, repository, rule) {
        return this.pathTemplates.rulePathTemplate.render({
          project,
          location,
          repository,
          rule
        });
      }
      /**
       * Parse the project from Rule resource.
       *
       * @param {string} ruleName
       *   A fully-qualified path representing Rule resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromRuleName(ruleName) {
        return this.pathTemplates.rulePathTemplate.match(ruleName).project;
      }
      /**
       * Parse the location from Rule resource.
       *
       * @param {string} ruleName
       *   A fully-qualified path representing Rule resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromRuleName(ruleName) {
        return this.pathTemplates.rulePathTemplate.match(ruleName).location;
      }
      /**
       * Parse the repository from Rule resource.
       *
       * @param {string} ruleName
       *   A fully-qualified path representing Rule resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromRuleName(ruleName) {
        return this.pathTemplates.rulePathTemplate.match(ruleName).repository;
      }
      /**
       * Parse the rule from Rule resource.
       *
       * @param {string} ruleName
       *   A fully-qualified path representing Rule resource.
       * @returns {string} A string representing the rule.
       */
      matchRuleFromRuleName(ruleName) {
        return this.pathTemplates.rulePathTemplate.match(ruleName).rule;
      }
      /**
       * Return a fully-qualified tag resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} packageParam
       * @param {string} tag
       * @returns {string} Resource name string.
       */
      tagPath(project, location, repository, packageParam, tag) {
        return this.pathTemplates.tagPathTemplate.render({
          project,
          location,
          repository,
          package: packageParam,
          tag
        });
      }
      /**
       * Parse the project from Tag resource.
       *
       * @param {string} tagName
       *   A fully-qualified path representing Tag resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromTagName(tagName) {
        return this.pathTemplates.tagPathTemplate.match(tagName).project;
      }
      /**
       * Parse the location from Tag resource.
       *
       * @param {string} tagName
       *   A fully-qualified path representing Tag resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromTagName(tagName) {
        return this.pathTemplates.tagPathTemplate.match(tagName).location;
      }
      /**
       * Parse the repository from Tag resource.
       *
       * @param {string} tagName
       *   A fully-qualified path representing Tag resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromTagName(tagName) {
        return this.pathTemplates.tagPathTemplate.match(tagName).repository;
      }
      /**
       * Parse the package from Tag resource.
       *
       * @param {string} tagName
       *   A fully-qualified path representing Tag resource.
       * @returns {string} A string representing the package.
       */
      matchPackageFromTagName(tagName) {
        return this.pathTemplates.tagPathTemplate.match(tagName).package;
      }
      /**
       * Parse the tag from Tag resource.
       *
       * @param {string} tagName
       *   A fully-qualified path representing Tag resource.
       * @returns {string} A string representing the tag.
       */
      matchTagFromTagName(tagName) {
        return this.pathTemplates.tagPathTemplate.match(tagName).tag;
      }
      /**
       * Return a fully-qualified version resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} packageParam
       * @param {string} version
       * @returns {string} Resource name string.
       */
      versionPath(project, location, repository, packageParam, version2) {
        return this.pathTemplates.versionPathTemplate.render({
          project,
          location,
          repository,
          package: packageParam,
          version: version2
        });
      }
      /**
       * Parse the project from Version resource.
       *
       * @param {string} versionName
       *   A fully-qualified path representing Version resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromVersionName(versionName) {
        return this.pathTemplates.versionPathTemplate.match(versionName).project;
      }
      /**
       * Parse the location from Version resource.
       *
       * @param {string} versionName
       *   A fully-qualified path representing Version resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromVersionName(versionName) {
        return this.pathTemplates.versionPathTemplate.match(versionName).location;
      }
      /**
       * Parse the repository from Version resource.
       *
       * @param {string} versionName
       *   A fully-qualified path representing Version resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromVersionName(versionName) {
        return this.pathTemplates.versionPathTemplate.match(versionName).repository;
      }
      /**
       * Parse the package from Version resource.
       *
       * @param {string} versionName
       *   A fully-qualified path representing Version resource.
       * @returns {string} A string representing the package.
       */
      matchPackageFromVersionName(versionName) {
        return this.pathTemplates.versionPathTemplate.match(versionName).package;
      }
      /**
       * Parse the version from Version resource.
       *
       * @param {string} versionName
       *   A fully-qualified path representing Version resource.
       * @returns {string} A string representing the version.
       */
      matchVersionFromVersionName(versionName) {
        return this.pathTemplates.versionPathTemplate.match(versionName).version;
      }
      /**
       * Return a fully-qualified vpcscConfig resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @returns {string} Resource name string.
       */
      vpcscConfigPath(project, location) {
        return this.pathTemplates.vpcscConfigPathTemplate.render({
          project,
          location
        });
      }
      /**
       * Parse the project from VpcscConfig resource.
       *
       * @param {string} vpcscConfigName
       *   A fully-qualified path representing VpcscConfig resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromVpcscConfigName(vpcscConfigName) {
        return this.pathTemplates.vpcscConfigPathTemplate.match(vpcscConfigName).project;
      }
      /**
       * Parse the location from VpcscConfig resource.
       *
       * @param {string} vpcscConfigName
       *   A fully-qualified path representing VpcscConfig resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromVpcscConfigName(vpcscConfigName) {
        return this.pathTemplates.vpcscConfigPathTemplate.match(vpcscConfigName).location;
      }
      /**
       * Return a fully-qualified yumArtifact resource name string.
       *
       * @param {string} project
       * @param {string} location
       * @param {string} repository
       * @param {string} yum_artifact
       * @returns {string} Resource name string.
       */
      yumArtifactPath(project, location, repository, yumArtifact) {
        return this.pathTemplates.yumArtifactPathTemplate.render({
          project,
          location,
          repository,
          yum_artifact: yumArtifact
        });
      }
      /**
       * Parse the project from YumArtifact resource.
       *
       * @param {string} yumArtifactName
       *   A fully-qualified path representing YumArtifact resource.
       * @returns {string} A string representing the project.
       */
      matchProjectFromYumArtifactName(yumArtifactName) {
        return this.pathTemplates.yumArtifactPathTemplate.match(yumArtifactName).project;
      }
      /**
       * Parse the location from YumArtifact resource.
       *
       * @param {string} yumArtifactName
       *   A fully-qualified path representing YumArtifact resource.
       * @returns {string} A string representing the location.
       */
      matchLocationFromYumArtifactName(yumArtifactName) {
        return this.pathTemplates.yumArtifactPathTemplate.match(yumArtifactName).location;
      }
      /**
       * Parse the repository from YumArtifact resource.
       *
       * @param {string} yumArtifactName
       *   A fully-qualified path representing YumArtifact resource.
       * @returns {string} A string representing the repository.
       */
      matchRepositoryFromYumArtifactName(yumArtifactName) {
        return this.pathTemplates.yumArtifactPathTemplate.match(yumArtifactName).repository;
      }
      /**
       * Parse the yum_artifact from YumArtifact resource.
       *
       * @param {string} yumArtifactName
       *   A fully-qualified path representing YumArtifact resource.
       * @returns {string} A string representing the yum_artifact.
       */
      matchYumArtifactFromYumArtifactName(yumArtifactName) {
        return this.pathTemplates.yumArtifactPathTemplate.match(yumArtifactName).yum_artifact;
      }
      /**
       * Terminate the gRPC channel and close the client.
       *
       * The client will no longer be usable and all future behavior is undefined.
       * @returns {Promise} A promise that resolves when the client is closed.
       */
      close() {
        if (this.artifactRegistryStub && !this._terminated) {
          return this.artifactRegistryStub.then((stub) => {
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
    exports2.ArtifactRegistryClient = ArtifactRegistryClient;
  }
});

// google-artifact-registry.cjs
Object.defineProperty(exports, "@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js", { get: () => require_artifact_registry_client() });
