// The server part of @grpc/grpc-js: the pack is no client, and the client part would slow down every start.
require("@grpc/grpc-js/build/src/resolver-dns").setup();
require("@grpc/grpc-js/build/src/resolver-ip").setup();

module.exports = {
	Server: require("@grpc/grpc-js/build/src/server").Server,
	ServerCredentials: require("@grpc/grpc-js/build/src/server-credentials").ServerCredentials,
	status: require("@grpc/grpc-js/build/src/constants").Status,
	makeGenericClientConstructor: () => undefined,
};
