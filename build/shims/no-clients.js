// Stands in for the module of @grpc/grpc-js that makes clients: its server refers to it for services that nothing here offers.
module.exports = { loadPackageDefinition: () => ({}) };
