'use strict';
require('./action.cjs').post();
