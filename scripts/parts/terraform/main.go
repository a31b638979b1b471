// A provider of Terraform that knows the schemas of Google's resources, and calls nobody. `tofu validate` and `tofu plan` check
// our configurations with it where the registry of providers cannot be reached. It serves the file schema.json beside its binary,
// in the format of `terraform providers schema -json`.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

type attribute struct {
	Type     json.RawMessage `json:"type"`
	Required bool            `json:"required"`
	Optional bool            `json:"optional"`
	Computed bool            `json:"computed"`
}

type blockType struct {
	Nesting  string `json:"nesting_mode"`
	Block    block  `json:"block"`
	MinItems int64  `json:"min_items"`
	MaxItems int64  `json:"max_items"`
}

type block struct {
	Attributes map[string]attribute `json:"attributes"`
	BlockTypes map[string]blockType `json:"block_types"`
}

type schema struct {
	Block block `json:"block"`
}

type schemas struct {
	Provider    schema            `json:"provider"`
	Resources   map[string]schema `json:"resource_schemas"`
	DataSources map[string]schema `json:"data_source_schemas"`
}

var nesting = map[string]tfprotov5.SchemaNestedBlockNestingMode{
	"single": tfprotov5.SchemaNestedBlockNestingModeSingle,
	"list":   tfprotov5.SchemaNestedBlockNestingModeList,
	"set":    tfprotov5.SchemaNestedBlockNestingModeSet,
}

func typeOf(raw json.RawMessage) tftypes.Type {
	if string(raw) == `"dynamic"` {
		return tftypes.DynamicPseudoType
	}
	// The format of the JSON is that of the protocol.
	typed, err := tftypes.ParseJSONType(raw) //nolint:staticcheck // the protocol's own parser
	if err != nil {
		panic(fmt.Sprintf("schema.json: type %s: %v", raw, err))
	}
	return typed
}

func (b block) proto() *tfprotov5.SchemaBlock {
	result := &tfprotov5.SchemaBlock{}
	for name, one := range b.Attributes {
		result.Attributes = append(result.Attributes, &tfprotov5.SchemaAttribute{
			Name: name, Type: typeOf(one.Type), Required: one.Required, Optional: one.Optional, Computed: one.Computed,
		})
	}
	for name, one := range b.BlockTypes {
		result.BlockTypes = append(result.BlockTypes, &tfprotov5.SchemaNestedBlock{
			TypeName: name, Block: one.Block.proto(), Nesting: nesting[one.Nesting], MinItems: one.MinItems, MaxItems: one.MaxItems,
		})
	}
	return result
}

func proto(all map[string]schema) map[string]*tfprotov5.Schema {
	result := map[string]*tfprotov5.Schema{}
	for name, one := range all {
		result[name] = &tfprotov5.Schema{Block: one.Block.proto()}
	}
	return result
}

// provider serves the calls that a plan of new resources makes.
type provider struct {
	tfprotov5.ProviderServer
	schemas schemas
}

func (p *provider) GetProviderSchema(context.Context, *tfprotov5.GetProviderSchemaRequest) (*tfprotov5.GetProviderSchemaResponse, error) {
	return &tfprotov5.GetProviderSchemaResponse{
		Provider:          &tfprotov5.Schema{Block: p.schemas.Provider.Block.proto()},
		ResourceSchemas:   proto(p.schemas.Resources),
		DataSourceSchemas: proto(p.schemas.DataSources),
	}, nil
}

func (p *provider) PrepareProviderConfig(_ context.Context, r *tfprotov5.PrepareProviderConfigRequest) (*tfprotov5.PrepareProviderConfigResponse, error) {
	return &tfprotov5.PrepareProviderConfigResponse{PreparedConfig: r.Config}, nil
}

func (p *provider) ConfigureProvider(context.Context, *tfprotov5.ConfigureProviderRequest) (*tfprotov5.ConfigureProviderResponse, error) {
	return &tfprotov5.ConfigureProviderResponse{}, nil
}

func (p *provider) ValidateResourceTypeConfig(context.Context, *tfprotov5.ValidateResourceTypeConfigRequest) (*tfprotov5.ValidateResourceTypeConfigResponse, error) {
	return &tfprotov5.ValidateResourceTypeConfigResponse{}, nil
}

func (p *provider) ValidateDataSourceConfig(context.Context, *tfprotov5.ValidateDataSourceConfigRequest) (*tfprotov5.ValidateDataSourceConfigResponse, error) {
	return &tfprotov5.ValidateDataSourceConfigResponse{}, nil
}

func (p *provider) StopProvider(context.Context, *tfprotov5.StopProviderRequest) (*tfprotov5.StopProviderResponse, error) {
	return &tfprotov5.StopProviderResponse{}, nil
}

// PlanResourceChange plans what is configured; what the server sets is unknown.
func (p *provider) PlanResourceChange(_ context.Context, r *tfprotov5.PlanResourceChangeRequest) (*tfprotov5.PlanResourceChangeResponse, error) {
	one := p.schemas.Resources[r.TypeName].Block
	typed := one.proto().ValueType()
	value, err := r.ProposedNewState.Unmarshal(typed)
	if err != nil || value.IsNull() {
		return &tfprotov5.PlanResourceChangeResponse{PlannedState: r.ProposedNewState}, err
	}
	var fields map[string]tftypes.Value
	if err := value.As(&fields); err != nil {
		return nil, err
	}
	for name, field := range one.Attributes {
		if field.Computed && fields[name].IsNull() {
			fields[name] = tftypes.NewValue(typeOf(field.Type), tftypes.UnknownValue)
		}
	}
	planned, err := tfprotov5.NewDynamicValue(typed, tftypes.NewValue(typed, fields))
	return &tfprotov5.PlanResourceChangeResponse{PlannedState: &planned}, err
}

func main() {
	binary, err := os.Executable()
	if err != nil {
		panic(err)
	}
	text, err := os.ReadFile(filepath.Join(filepath.Dir(binary), "schema.json"))
	if err != nil {
		panic(err)
	}
	server := &provider{}
	if err := json.Unmarshal(text, &server.schemas); err != nil {
		panic(err)
	}
	if err := tf5server.Serve("local", func() tfprotov5.ProviderServer { return server }); err != nil {
		panic(err)
	}
}
