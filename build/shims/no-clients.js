// Replaces the client module of @grpc/grpc-js, which its server imports for services that are not offered here.
module.exports = { loadPackageDefinition: () => ({}) };
