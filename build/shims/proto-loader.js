// Stands in for @grpc/proto-loader in the bundles: @grpc/grpc-js wants it only for its channelz service, which nothing here
// offers, and parsing it would cost every start.
module.exports = {};
