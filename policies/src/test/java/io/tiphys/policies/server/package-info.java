/** A real API server for tests of any module (test jar): etcd and kube-apiserver, without kubelet or controllers. */
package io.tiphys.policies.server;
