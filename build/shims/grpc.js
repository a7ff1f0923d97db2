// The server half of @grpc/grpc-js: the pack calls nobody, and the client's half would cost every start.
require("@grpc/grpc-js/build/src/resolver-dns").setup();
require("@grpc/grpc-js/build/src/resolver-ip").setup();

module.exports = {
	Server: require("@grpc/grpc-js/build/src/server").Server,
	ServerCredentials: require("@grpc/grpc-js/build/src/server-credentials").ServerCredentials,
	status: require("@grpc/grpc-js/build/src/constants").Status,
	makeGenericClientConstructor: () => undefined,
};
